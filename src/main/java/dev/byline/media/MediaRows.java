package dev.byline.media;

import dev.byline.delivery.Freshness;
import dev.byline.media.lab.Rendition;
import dev.byline.platform.entity.Planned;
import dev.byline.platform.http.Urls;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** Finds media, for readers and for those who write. */
abstract class MediaRows implements PanacheRepositoryBase<Media, UUID> {

    @Inject Urls urls;
    @Inject Freshness freshness;

    /**
     * The items with these ids as a reply of now shows them, by id. No copy of the reply may
     * outlive the right to show one of them, by the database's clock.
     */
    public Map<UUID, MediaView> shown(Collection<UUID> ids) {
        Map<UUID, MediaView> views = new HashMap<>();
        for (Found found : find(ids, null)) {
            found.limit(freshness);
            views.put(found.media().id(), found.view(urls));
        }
        return views;
    }

    /**
     * The items with these ids as the public sees them at that instant, by id; null is now. Those
     * that don't exist are left out. One statement.
     */
    public Map<UUID, MediaView> views(Collection<UUID> ids, Instant at) {
        Map<UUID, MediaView> views = new HashMap<>();
        find(ids, at).forEach(found -> views.put(found.media().id(), found.view(urls)));
        return views;
    }

    /** The items with these ids and what the public may see of each at that instant. */
    List<Found> find(Collection<UUID> ids, Instant at) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var cb = (HibernateCriteriaBuilder) getEntityManager().getCriteriaBuilder();
        CriteriaQuery<Found> query = cb.createQuery(Found.class);
        Root<Media> media = query.from(Media.class);
        query.select(Found.of(cb, media, at)).where(media.get("id").in(ids));
        return Planned.query(getEntityManager(), query).getResultList();
    }

    /** One item as the public sees it now. */
    Optional<Found> find(UUID id) {
        return find(List.of(id), null).stream().findFirst();
    }

    /** The item with this id, its row locked until the transaction ends. */
    Optional<Media> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Media> withContent(byte[] sha256) {
        return find("sha256", sha256).firstResultOptional();
    }

    /** Lets no other transaction add the same content until this one ends. */
    void lockContent(byte[] sha256) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", ByteBuffer.wrap(sha256).getLong())
                .getSingleResult();
    }

    /** Lets a name that is no longer used lead to the present one. */
    void retire(UUID media, Rendition old) {
        getEntityManager()
                .createNativeQuery(
                        "insert into former_rendition (name, media_id, key) values (:name, :media, :key)")
                .setParameter("name", old.name())
                .setParameter("media", media)
                .setParameter("key", old.key())
                .executeUpdate();
    }

    /** The key of the rendition that had this name before. */
    Optional<String> formerKey(UUID media, String name) {
        List<?> keys =
                getEntityManager()
                        .createNativeQuery(
                                "select key from former_rendition where media_id = :media and name = :name",
                                String.class)
                        .setParameter("media", media)
                        .setParameter("name", name)
                        .getResultList();
        return keys.stream().map(String.class::cast).findFirst();
    }

    /** The database's clock. */
    Instant now() {
        return ((OffsetDateTime)
                        getEntityManager()
                                .createNativeQuery(
                                        "select statement_timestamp()", OffsetDateTime.class)
                                .getSingleResult())
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
    }
}
