package dev.byline.article.desk;

import dev.byline.article.NewsroomArticles;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void settle() {
        due().forEach(this::settle);
    }

    private List<UUID> due() {
        try {
            return articles.due();
        } catch (RuntimeException e) {
            LOG.warnf("Passed times can't be written down just now: %s", e.getMessage());
            return List.of();
        }
    }

    // One article that can't be settled must not hold up the others.
    private void settle(UUID id) {
        try {
            articles.settle(id);
        } catch (RuntimeException e) {
            LOG.errorf(e, "What time did to article %s can't be written down", id);
        }
    }
}
