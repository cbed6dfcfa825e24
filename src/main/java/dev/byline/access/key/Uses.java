package dev.byline.access.key;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Notes when keys were used last. */
@ApplicationScoped
class Uses {

    private static final Logger LOG = Logger.getLogger(Uses.class);
    private static final int EVERY_SECONDS = 60;

    @Inject EntityManager em;

    /**
     * Notes a use, at most once a minute: a busy key must not write with every request. Neither a
     * row that somebody holds nor a database that takes no writes is a reason to refuse the caller.
     */
    void note(ApiKey key, Instant now) {
        Instant due = now.minusSeconds(EVERY_SECONDS);
        if (key.lastUsedAt() != null && key.lastUsedAt().isAfter(due)) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> write(key, now, due));
        } catch (RuntimeException e) {
            LOG.warnf("The use of key %s was not noted: %s", key.id(), e.getMessage());
        }
    }

    private void write(ApiKey key, Instant now, Instant due) {
        em.createNativeQuery(
                        """
                        update api_key set last_used_at = :now where id = (
                            select id from api_key
                            where id = :id and (last_used_at is null or last_used_at < :due)
                            for no key update skip locked)
                        """)
                .setParameter("now", now)
                .setParameter("id", key.id())
                .setParameter("due", due)
                .executeUpdate();
    }
}
