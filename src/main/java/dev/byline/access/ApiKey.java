package dev.byline.access;

import static java.util.stream.Collectors.toCollection;

import dev.byline.platform.entity.Aggregate;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A key to the newsroom API. It never changes but for its end, so it has no version; its secret is
 * kept as a hash only.
 */
@Entity
@Table(name = "api_key")
@NamedQuery(
        name = "ApiKey.usable",
        query =
                """
                select k from ApiKey k where k.id in (:ids) and k.revokedAt is null
                and (k.expiresAt is null or k.expiresAt > function('statement_timestamp' as Instant))
                """)
@NamedQuery(
        name = "ApiKey.usableAdmins",
        query =
                """
                select k.id from ApiKey k where array_contains(k.roles, 'ADMIN') and k.revokedAt is null
                and (k.expiresAt is null or k.expiresAt > function('statement_timestamp' as Instant))
                """)
@NamedQuery(
        name = "ApiKey.newest",
        query = "select k from ApiKey k where k.id < :from order by k.id desc")
@NamedQuery(
        name = "ApiKey.oldest",
        query = "select k from ApiKey k where k.id > :from order by k.id")
@NamedQuery(
        name = "ApiKey.used",
        query =
                """
                update ApiKey k set k.lastUsedAt = :now
                where k.id = :id and (k.lastUsedAt is null or k.lastUsedAt < :due)
                """)
class ApiKey extends PanacheEntityBase {

    /** The one key that configuration makes: below every UUIDv7 that is ever made. */
    static final UUID BOOTSTRAP = new UUID(0x7000L, 0x8000000000000000L);

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    @Id
    @Column(updatable = false)
    private UUID id;

    private String name;

    // Hibernate writes arrays of enums well, but compares them as numbers.
    private String[] roles;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected ApiKey() {}

    private ApiKey(
            UUID id, String name, Collection<Role> roles, Instant expiresAt, String createdBy) {
        this.id = id;
        this.name = name;
        this.roles = roles.stream().distinct().sorted().map(Role::name).toArray(String[]::new);
        this.expiresAt = expiresAt;
        this.createdAt = now();
        this.createdBy = createdBy;
    }

    /** A new key, which opens nothing until it has a secret. */
    static ApiKey named(String name, Collection<Role> roles, Instant expiresAt, String createdBy) {
        return new ApiKey(Aggregate.newId(), name, roles, expiresAt, createdBy);
    }

    static ApiKey bootstrap() {
        return new ApiKey(BOOTSTRAP, "bootstrap", EnumSet.allOf(Role.class), null, "configuration");
    }

    /** Makes the secret and tells the whole key, this once. */
    String giveSecret() {
        String text = KeyText.make(id);
        secretHash = KeyText.hash(text);
        return text;
    }

    /** From now on this text is the key, without end, and its former text is not. */
    void renew(String text) {
        secretHash = KeyText.hash(text);
        expiresAt = null;
        revokedAt = null;
    }

    /** Whether a text with this hash is the key; takes the same time for all of one length. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(secretHash, hash);
    }

    /** Ends the key; a second time changes nothing. */
    void revoke() {
        if (revokedAt == null) {
            revokedAt = now();
        }
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Set<Role> roles() {
        return Stream.of(roles)
                .map(Role::valueOf)
                .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant revokedAt() {
        return revokedAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Finds keys. */
    @ApplicationScoped
    static class Repo implements PanacheRepositoryBase<ApiKey, UUID> {

        private static final long ADMIN_KEYS_LOCK = 0x62796c2d61646d69L;
        private static final int USED_EVERY_SECONDS = 60;

        /** The usable keys among these, by the database's clock. */
        List<ApiKey> usable(List<UUID> ids) {
            return getEntityManager()
                    .createNamedQuery("ApiKey.usable", ApiKey.class)
                    .setParameter("ids", ids)
                    .getResultList();
        }

        Set<UUID> usableAdmins() {
            return Set.copyOf(
                    getEntityManager()
                            .createNamedQuery("ApiKey.usableAdmins", UUID.class)
                            .getResultList());
        }

        Keyset<ApiKey> newestFirst() {
            return new Keyset<>() {
                @Override
                public List<ApiKey> rows(Position from, int max) {
                    boolean forward = from == null || from.forward();
                    return getEntityManager()
                            .createNamedQuery(
                                    forward ? "ApiKey.newest" : "ApiKey.oldest", ApiKey.class)
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
                    return Repo.this.count();
                }

                // A UUIDv7 alone says when: there is no other key.
                @Override
                public String key(ApiKey item) {
                    return "";
                }

                @Override
                public UUID id(ApiKey item) {
                    return item.id;
                }
            };
        }

        /** Notes a use, at most once a minute: a busy key must not write with every request. */
        void used(ApiKey key) {
            Instant now = now();
            Instant due = now.minusSeconds(USED_EVERY_SECONDS);
            if (key.lastUsedAt == null || key.lastUsedAt.isBefore(due)) {
                getEntityManager()
                        .createNamedQuery("ApiKey.used")
                        .setParameter("now", now)
                        .setParameter("id", key.id)
                        .setParameter("due", due)
                        .executeUpdate();
            }
        }

        /** Until the transaction's end nobody else makes or ends an admin key, on any node. */
        void lockAdmins() {
            getEntityManager()
                    .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                    .setParameter("lock", ADMIN_KEYS_LOCK)
                    .getSingleResult();
        }
    }
}
