package dev.byline.comment.live;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import dev.byline.comment.live.Listeners.Listener;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks once a second for what is new, once for all who listen, and tells them. */
@ApplicationScoped
class Ticker {

    private static final Logger LOG = Logger.getLogger(Ticker.class);
    private static final int BEAT = 15;

    @Inject Listeners listeners;
    @Inject News news;

    private int ticks;

    @Scheduled(
            identity = "tell-new-comments",
            every = "1s",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        Map<UUID, List<Listener>> articles =
                listeners.all().stream().collect(groupingBy(Listener::article));
        if (articles.isEmpty()) {
            return;
        }
        ticks++;
        try {
            Map<UUID, Long> latest = news.latest(articles.keySet());
            articles.forEach((article, those) -> tell(article, those, latest.get(article)));
        } catch (RuntimeException e) {
            // The streams live through a short failure of the database, and tell later.
            LOG.warnf("New comments can't be read: %s", e.getMessage());
        }
    }

    private void tell(UUID article, List<Listener> those, Long latest) {
        if (latest == null) {
            those.forEach(listener -> listener.emitter().complete());
            return;
        }
        List<Listener> behind = those.stream().filter(one -> one.seq().get() < latest).toList();
        // Who is nearest to the end first: one that resumes from far behind keeps nobody waiting.
        long front = behind.stream().mapToLong(one -> one.seq().get()).max().orElse(latest);
        Map<Boolean, List<Listener>> parts =
                behind.stream().collect(partitioningBy(one -> one.seq().get() == front));
        deliver(article, parts.get(true), latest);
        deliver(article, parts.get(false), latest);
        if (ticks % BEAT == 0) {
            those.forEach(Listener::beat);
        }
    }

    private void deliver(UUID article, List<Listener> those, long latest) {
        if (those.isEmpty()) {
            return;
        }
        long told = those.stream().mapToLong(one -> one.seq().get()).min().orElseThrow();
        List<News.Item> items = news.since(article, told);
        if (items.isEmpty()) {
            // What came is gone for good.
            those.forEach(listener -> listener.seq().set(latest));
        }
        those.forEach(
                listener ->
                        items.stream()
                                .filter(item -> item.seq() > listener.seq().get())
                                .forEach(listener::tell));
    }
}
