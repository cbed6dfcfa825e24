package dev.byline.media;

import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import dev.byline.platform.search.SearchFunctions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** The newsroom's media of these kinds that match the words, the latest first. */
final class MediaQuery implements Keyset<Found> {

    private final EntityManager em;
    private final HibernateCriteriaBuilder cb;
    private final Set<MediaKind> kinds;
    private final String q;

    MediaQuery(EntityManager em, Set<MediaKind> kinds, String q) {
        this.em = em;
        this.cb = (HibernateCriteriaBuilder) em.getCriteriaBuilder();
        this.kinds = kinds;
        this.q = q;
    }

    @Override
    public List<Found> rows(Position from, int max) {
        CriteriaQuery<Found> query = cb.createQuery(Found.class);
        Root<Media> media = query.from(Media.class);
        boolean descending = from == null || from.forward();
        query.select(Found.of(cb, media, null))
                .where(conditions(media, from))
                .orderBy(
                        descending
                                ? List.of(cb.desc(media.get("createdAt")), cb.desc(media.get("id")))
                                : List.of(cb.asc(media.get("createdAt")), cb.asc(media.get("id"))));
        return em.createQuery(query).setMaxResults(max).getResultList();
    }

    @Override
    public boolean any(Position from) {
        CriteriaQuery<UUID> query = cb.createQuery(UUID.class);
        Root<Media> media = query.from(Media.class);
        query.select(media.get("id")).where(conditions(media, from));
        return !em.createQuery(query).setMaxResults(1).getResultList().isEmpty();
    }

    @Override
    public long count() {
        CriteriaQuery<Long> query = cb.createQuery(Long.class);
        Root<Media> media = query.from(Media.class);
        query.select(cb.count(media)).where(conditions(media, null));
        return em.createQuery(query).getSingleResult();
    }

    @Override
    public String key(Found found) {
        return Position.key(found.media().createdAt());
    }

    @Override
    public UUID id(Found found) {
        return found.media().id();
    }

    private Predicate[] conditions(Root<Media> media, Position from) {
        List<Predicate> conditions = new ArrayList<>();
        if (!kinds.isEmpty()) {
            conditions.add(media.get("kind").in(kinds));
        }
        if (q != null) {
            conditions.add(
                    cb.isTrue(
                            cb.function(
                                    SearchFunctions.WORDS_MATCH,
                                    Boolean.class,
                                    media.get("search"),
                                    cb.value(q))));
        }
        if (from != null) {
            Instant at = from.instant();
            var created = media.<Instant>get("createdAt");
            var id = media.<UUID>get("id");
            conditions.add(
                    from.forward()
                            ? cb.lessThanOrEqualTo(created, at)
                            : cb.greaterThanOrEqualTo(created, at));
            conditions.add(
                    cb.or(
                            from.forward() ? cb.lessThan(created, at) : cb.greaterThan(created, at),
                            from.forward()
                                    ? cb.lessThan(id, from.id())
                                    : cb.greaterThan(id, from.id())));
        }
        return conditions.toArray(Predicate[]::new);
    }
}
