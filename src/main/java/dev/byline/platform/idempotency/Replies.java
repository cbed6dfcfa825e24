package dev.byline.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The table of kept replies; all of it happens in the transaction of the request. */
@ApplicationScoped
class Replies {

    private static final int HOURS = 24;
    private static final int EXPIRED_AT_ONCE = 50;

    @Inject EntityManager em;

    /** Whether this request is the only one at work with its key, from now to the commit. */
    boolean alone(ReplyKey key) {
        return (Boolean)
                em.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                        .setParameter("lock", key.lock())
                        .getSingleResult();
    }

    Optional<Kept> find(ReplyKey key) {
        List<?> rows =
                em.createNativeQuery(
                                """
                                select fingerprint, reply from idempotency
                                where key_hash = :hash and expires_at > statement_timestamp()
                                """,
                                Object[].class)
                        .setParameter("hash", key.hash())
                        .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] columns = (Object[]) rows.get(0);
        return Optional.of(new Kept((byte[]) columns[0], (byte[]) columns[1]));
    }

    void keep(ReplyKey key, Kept kept) {
        forget();
        em.createNativeQuery(
                        """
                        insert into idempotency (key_hash, fingerprint, reply, expires_at)
                        values (:hash, :fingerprint, :reply, statement_timestamp() + make_interval(hours => :hours))
                        on conflict on constraint idempotency_pkey do update
                        set fingerprint = excluded.fingerprint, reply = excluded.reply, expires_at = excluded.expires_at
                        """)
                .setParameter("hash", key.hash())
                .setParameter("fingerprint", kept.fingerprint())
                .setParameter("reply", kept.reply())
                .setParameter("hours", HOURS)
                .executeUpdate();
    }

    // Each request that adds a row takes some expired ones away: no scheduler, no pile.
    private void forget() {
        em.createNativeQuery(
                        """
                        delete from idempotency where key_hash in (
                            select key_hash from idempotency where expires_at <= statement_timestamp()
                            order by expires_at limit :most for update skip locked)
                        """)
                .setParameter("most", EXPIRED_AT_ONCE)
                .executeUpdate();
    }

    /** A row: what the request was, and the encrypted reply. */
    record Kept(byte[] fingerprint, byte[] reply) {}
}
