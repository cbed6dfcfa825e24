package dev.byline.comment.person;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Forgets in time what is only needed for a while: networks that comments came from, quotas. */
@ApplicationScoped
class Retention {

    private static final int AT_ONCE = 5000;

    @Inject EntityManager em;
    @Inject RetentionConfig config;

    /** How long what is kept. */
    @ConfigMapping(prefix = "byline.comment.retention")
    interface RetentionConfig {

        /** Days after which the network that a comment came from is forgotten. */
        @WithDefault("30")
        int addressDays();
    }

    @Scheduled(
            identity = "forget-comment-addresses",
            every = "${byline.comment.retention.every:1h}",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        while (addresses() == AT_ONCE) {
            // A first sweep after a long pause goes in steps, each a transaction of its own.
        }
        quotas();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int addresses() {
        return em.createNativeQuery(
                        """
                        update comment set address = null where id in (
                            select id from comment
                            where address is not null
                              and created_at < statement_timestamp() - make_interval(days => :days)
                            limit :most for update skip locked)""")
                .setParameter("days", config.addressDays())
                .setParameter("most", AT_ONCE)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void quotas() {
        em.createNativeQuery("delete from comment_quota where due < statement_timestamp()")
                .executeUpdate();
        em.createNativeQuery(
                        """
                        update comment_report set reporter = null
                        where reporter is not null
                          and at < statement_timestamp() - make_interval(days => :days)""")
                .setParameter("days", config.addressDays())
                .executeUpdate();
    }
}
