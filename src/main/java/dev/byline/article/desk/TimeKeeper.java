package dev.byline.article.desk;

import dev.byline.article.NewsroomArticles;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Writes down which gates have passed: the state, and the event that revisions and the change log
 * live on. Readers never wait for it. Each article is locked by one node and skipped by the others.
 */
@ApplicationScoped
class TimeKeeper {

    private static final Logger LOG = Logger.getLogger(TimeKeeper.class);

    @Inject NewsroomArticles articles;

    @Scheduled(
            identity = "settle-articles",
            every = "${byline.newsroom.settle-every:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void settle() {
        for (UUID id : articles.due()) {
            try {
                articles.settle(id);
            } catch (RuntimeException e) {
                // One article that can't be settled must not hold up the others.
                LOG.errorf(e, "Article %s can't be settled", id);
            }
        }
    }
}
