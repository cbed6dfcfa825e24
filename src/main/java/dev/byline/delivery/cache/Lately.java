package dev.byline.delivery.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/**
 * What was committed lately. Notices of it may be a moment late; who is told of a change must not
 * be given a copy from before it, which they would keep.
 */
@ApplicationScoped
public class Lately {

    private static final String KEYS =
            "select key from stale_key where at > statement_timestamp() - interval '10 seconds'";

    @Inject EntityManager em;
    @Inject Watch watch;
    @Inject CacheConfig config;

    /** Drops what the changes that this transaction sees have made stale. One statement. */
    public void drop() {
        if (config.enabled()) {
            watch.drop(
                    em.unwrap(Session.class).createNativeQuery(KEYS, String.class).getResultList());
        }
    }
}
