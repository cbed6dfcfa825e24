package dev.byline.comment.person;

import dev.byline.platform.entity.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who writes comments: known by an e-mail address, and barred or watched until a date. */
@Entity
@NamedQuery(
        name = "Commenter.byHash",
        query = "select c from Commenter c where c.emailHash = :hash")
public class Commenter extends Aggregate {

    @Column(name = "email_hash")
    private byte[] emailHash;

    private byte[] email;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "banned_until")
    private Instant bannedUntil;

    @Column(name = "premoderated_until")
    private Instant premoderatedUntil;

    private String note;

    @Column(name = "erased_at")
    private Instant erasedAt;

    protected Commenter() {}

    public Writer writer() {
        return new Writer(id(), bannedUntil, premoderatedUntil);
    }

    void bar(Instant ban, Instant premoderation, String why) {
        bannedUntil = ban;
        premoderatedUntil = premoderation;
        note = why;
    }

    /** Forgets who it was; what moderators decided about them goes too. */
    void erase(Instant now) {
        emailHash = null;
        email = null;
        bannedUntil = null;
        premoderatedUntil = null;
        note = null;
        erasedAt = now;
    }

    /** The address, for the newsroom only; null when it was erased. */
    public String email(Emails emails) {
        return email == null ? null : emails.decrypt(id(), email);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant bannedUntil() {
        return bannedUntil;
    }

    Instant premoderatedUntil() {
        return premoderatedUntil;
    }

    String note() {
        return note;
    }

    Instant erasedAt() {
        return erasedAt;
    }

    /** Finds commenters. */
    @ApplicationScoped
    public static class Repo implements PanacheRepositoryBase<Commenter, UUID> {

        private static final String WRITING =
                """
                with added as (
                    insert into commenter (id, version, email_hash, email, created_at)
                    values (:id, 1, :hash, :email, statement_timestamp())
                    on conflict on constraint commenter_email_key do nothing
                    returning id, banned_until, premoderated_until)
                select * from added
                union all
                select id, banned_until, premoderated_until from commenter where email_hash = :hash""";

        @Inject Emails emails;

        /** Who writes from this address; a new commenter when nobody did yet. */
        public Writer writing(String email) {
            // Whom another request adds at this very moment only the next statement sees.
            return add(email).or(() -> add(email)).orElseThrow();
        }

        private Optional<Writer> add(String email) {
            UUID id = newId();
            return getSession()
                    .createNativeQuery(WRITING, Object[].class)
                    .addScalar("id", UUID.class)
                    .addScalar("banned_until", Instant.class)
                    .addScalar("premoderated_until", Instant.class)
                    .setParameter("id", id)
                    .setParameter("hash", emails.hash(email))
                    .setParameter("email", emails.encrypt(id, email.strip()))
                    .getResultList()
                    .stream()
                    .findFirst()
                    .map(row -> new Writer((UUID) row[0], (Instant) row[1], (Instant) row[2]));
        }

        Optional<Commenter> known(String email) {
            return byHash(emails.hash(email));
        }

        Optional<Commenter> locked(UUID id) {
            return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        }

        private Optional<Commenter> byHash(byte[] hash) {
            return getEntityManager()
                    .createNamedQuery("Commenter.byHash", Commenter.class)
                    .setParameter("hash", hash)
                    .getResultList()
                    .stream()
                    .findFirst();
        }
    }
}
