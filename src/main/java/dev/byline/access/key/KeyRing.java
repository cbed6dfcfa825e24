package dev.byline.access.key;

import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds keys, and ends many at once. */
@ApplicationScoped
class KeyRing implements PanacheRepositoryBase<ApiKey, UUID> {

    static final long ADMIN_KEYS_LOCK = 0x62796c2d61646d69L;
    private static final UUID BEHIND_ALL = new UUID(-1, -1);
    private static final UUID NO_KEY = new UUID(0, 0);

    /**
     * The usable keys among these, by the database's clock; as they are now, whoever asked before.
     */
    List<Usable> usable(List<UUID> ids) {
        return getEntityManager()
                .createNamedQuery("ApiKey.usable", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(this::apart)
                .toList();
    }

    // What is kept in the session would stand for the key as it was when somebody asks again.
    private Usable apart(Object[] row) {
        getEntityManager().detach(row[0]);
        return new Usable((ApiKey) row[0], (Instant) row[1]);
    }

    Set<UUID> usableAdmins() {
        return Set.copyOf(
                getEntityManager()
                        .createNamedQuery("ApiKey.usableAdmins", UUID.class)
                        .getResultList());
    }

    /** All keys that nobody revoked but this one, or all when it is null. */
    List<ApiKey> others(UUID kept) {
        return getEntityManager()
                .createNamedQuery("ApiKey.others", ApiKey.class)
                .setParameter("kept", kept == null ? NO_KEY : kept)
                .getResultList();
    }

    Keyset<ApiKey> newestFirst() {
        return new Keyset<>() {
            @Override
            public List<ApiKey> rows(Position from, int max) {
                boolean forward = from == null || from.forward();
                return getEntityManager()
                        .createNamedQuery(forward ? "ApiKey.newest" : "ApiKey.oldest", ApiKey.class)
                        .setParameter("from", from == null ? BEHIND_ALL : from.id())
                        .setMaxResults(max)
                        .getResultList();
            }

            @Override
            public boolean any(Position from) {
                return !rows(from, 1).isEmpty();
            }

            @Override
            public long count() {
                return KeyRing.this.count();
            }

            // A UUIDv7 alone says when: there is no other key.
            @Override
            public String key(ApiKey item) {
                return "";
            }

            @Override
            public UUID id(ApiKey item) {
                return item.id();
            }
        };
    }

    /**
     * Until the transaction's end nobody else makes, changes or ends keys, on any node. Tells the
     * database's time, which keys are judged by.
     */
    Instant lock() {
        OffsetDateTime now =
                (OffsetDateTime)
                        getEntityManager()
                                .createNativeQuery(
                                        "select clock_timestamp() from pg_advisory_xact_lock(:lock)",
                                        OffsetDateTime.class)
                                .setParameter("lock", ADMIN_KEYS_LOCK)
                                .getSingleResult();
        return now.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A key that opens something at the instant of the question. */
    record Usable(ApiKey key, Instant now) {}
}
