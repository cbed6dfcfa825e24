package dev.byline.access.key;

import static java.util.stream.Collectors.toCollection;

import dev.byline.access.Role;
import dev.byline.platform.address.Network;
import dev.byline.platform.entity.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A key to the newsroom API. It changes only by getting another secret and by ending, so it has no
 * version; secrets are kept as hashes only.
 */
@Entity
@Table(name = "api_key")
@NamedQuery(
        name = "ApiKey.usable",
        query =
                """
                select k, function('statement_timestamp' as Instant) from ApiKey k
                where k.id in (:ids) and k.revokedAt is null
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
        name = "ApiKey.others",
        query = "from ApiKey k where k.revokedAt is null and k.id <> :kept")
class ApiKey extends PanacheEntityBase {

    /** The one key that configuration makes: below every UUIDv7 that is ever made. */
    static final UUID BOOTSTRAP = new UUID(0x7000L, 0x8000000000000000L);

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

    @Column(name = "allowed_networks", updatable = false)
    private String[] allowedNetworks = {};

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(name = "former_hash")
    private byte[] formerHash;

    @Column(name = "former_until")
    private Instant formerUntil;

    protected ApiKey() {}

    private ApiKey(
            UUID id, String name, Collection<Role> roles, Instant expiresAt, String createdBy) {
        this.id = id;
        this.name = name;
        this.roles = roles.stream().distinct().sorted().map(Role::name).toArray(String[]::new);
        this.expiresAt = expiresAt;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
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

    /** Binds the key to these networks; without any it is good from everywhere. */
    ApiKey from(List<Network> networks) {
        allowedNetworks = networks.stream().map(Network::toString).toArray(String[]::new);
        return this;
    }

    boolean allowedFrom(InetAddress address) {
        return allowedNetworks.length == 0
                || Stream.of(allowedNetworks)
                        .flatMap(text -> Network.parse(text).stream())
                        .anyMatch(network -> network.contains(address));
    }

    /**
     * Makes another secret and tells the whole key, this once; the secret before it goes on until
     * {@code overlap} has passed, and one before that not at all.
     */
    String rotate(Duration overlap, Instant now) {
        formerHash = overlap.isZero() ? null : secretHash;
        formerUntil = overlap.isZero() ? null : now.plus(overlap);
        rotatedAt = now;
        return giveSecret();
    }

    /** Ends the overlap of a rotation. */
    void forgetFormer() {
        formerHash = null;
        formerUntil = null;
    }

    /** From now on this text is the key, without end, and its former text is not. */
    void renew(String text) {
        secretHash = KeyText.hash(text);
        expiresAt = null;
        revokedAt = null;
        forgetFormer();
    }

    /** Whether a text with this hash is the key; takes the same time for all of one length. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(secretHash, hash);
    }

    /** The same, or whether it was until a rotation whose overlap is not over. */
    boolean opensWith(byte[] hash, Instant now) {
        boolean present = matches(hash);
        boolean former =
                formerHash != null
                        && MessageDigest.isEqual(formerHash, hash)
                        && now.isBefore(formerUntil);
        return present || former;
    }

    /** Ends the key; a second time changes nothing. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean ended(Instant now) {
        return revokedAt != null || expiresAt != null && !now.isBefore(expiresAt);
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

    List<String> allowedNetworks() {
        return List.of(allowedNetworks);
    }

    Instant rotatedAt() {
        return rotatedAt;
    }

    Instant formerUntil() {
        return formerUntil;
    }
}
