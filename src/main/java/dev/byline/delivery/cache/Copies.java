package dev.byline.delivery.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.delivery.reply.Copy;
import dev.byline.delivery.reply.SurrogateKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Finished replies by request, and by what they were built from. A copy is taken only if none of
 * its keys was invalidated since its rendering began.
 */
@ApplicationScoped
public class Copies {

    private static final long ABSENT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long FOR_EVER = TimeUnit.DAYS.toNanos(365);
    private static final int MOST_RECENT = 50_000;

    private final Cache<String, Copy> cache;
    private final long largest;
    private final boolean tellsKeys;

    // Guarded by this. Caffeine is never called with the lock held: it calls back.
    private final Map<String, Set<Copy>> index = new HashMap<>();
    private final Map<String, Long> recent = new HashMap<>();
    private final Set<Ticket> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
    private long changes;
    private long floor;

    private final Queue<Copy> removed = new ConcurrentLinkedQueue<>();

    Copies(CacheConfig config) {
        largest = config.largestReply().asLongValue();
        tellsKeys = config.surrogateKeys();
        cache =
                Caffeine.newBuilder()
                        .maximumWeight(config.size().asLongValue())
                        .weigher((String request, Copy copy) -> copy.cost())
                        .executor(Runnable::run)
                        .removalListener((request, copy, cause) -> removed.add(copy))
                        .recordStats()
                        .build();
    }

    void measure(@Observes StartupEvent start, MeterRegistry meters) {
        CaffeineCacheMetrics.monitor(meters, cache, "byline.replies");
    }

    /** Whether replies tell caches in front what they were built from. */
    public boolean tellsKeys() {
        return tellsKeys;
    }

    /** A live copy; null when there is none. */
    Copy get(String request) {
        Copy copy = cache.getIfPresent(request);
        if (copy == null) {
            return null;
        }
        if (copy.alive(System.nanoTime())) {
            return copy;
        }
        cache.asMap().remove(request, copy);
        return null;
    }

    /** Begins a rendering; {@code template} is the address of the operation. */
    synchronized Ticket begin(String request, String template, Consumer<Copy> landed) {
        Ticket ticket = new Ticket(request, template, changes, landed);
        underWay.add(ticket);
        return ticket;
    }

    /** Ends a rendering of which nothing is kept. */
    void end(Ticket ticket) {
        forget(ticket);
        ticket.land(null);
    }

    /** Takes what was rendered, unless it may be stale already. */
    public void keep(Ticket ticket, Copy copy) {
        boolean kept = !copy.larger(largest) && admit(ticket, copy);
        if (kept) {
            cache.put(ticket.request, copy);
        }
        forget(ticket);
        ticket.land(kept ? copy : null);
    }

    private synchronized boolean admit(Ticket ticket, Copy copy) {
        sweep();
        if (!underWay.contains(ticket) || ticket.begun < floor) {
            return false;
        }
        for (String key : copy.keys()) {
            if (recent.getOrDefault(key, -1L) > ticket.begun) {
                return false;
            }
        }
        copy.keep(
                ticket.request,
                ticket.template,
                copy.absent() ? System.nanoTime() + ABSENT_NANOS : System.nanoTime() + FOR_EVER);
        copy.keys().forEach(key -> index.computeIfAbsent(key, k -> new HashSet<>()).add(copy));
        return true;
    }

    /** Drops every copy that was built from one of these. */
    void invalidate(Collection<String> keys) {
        List<Copy> stale;
        synchronized (this) {
            sweep();
            changes++;
            if (keys.contains(SurrogateKeys.EVERYTHING)) {
                floor = changes;
                stale = new ArrayList<>();
                index.values().forEach(stale::addAll);
                index.clear();
            } else {
                Set<String> all = new HashSet<>(keys);
                all.add(SurrogateKeys.ABSENT);
                all.add(SurrogateKeys.ANYTHING);
                stale = drop(all);
            }
            stale.forEach(Copy::drop);
        }
        stale.forEach(copy -> cache.asMap().remove(copy.request(), copy));
    }

    private List<Copy> drop(Set<String> keys) {
        List<Copy> stale = new ArrayList<>();
        for (String key : keys) {
            if (!underWay.isEmpty()) {
                recent.put(key, changes);
            }
            stale.addAll(index.getOrDefault(key, Set.of()));
        }
        // More than anybody should have to remember: what is under way is not kept then.
        if (recent.size() > MOST_RECENT) {
            floor = changes;
            recent.clear();
        }
        return stale;
    }

    private synchronized void forget(Ticket ticket) {
        underWay.remove(ticket);
        if (underWay.isEmpty()) {
            recent.clear();
        }
    }

    // What was evicted, replaced or dropped leaves the index.
    private void sweep() {
        for (Copy copy = removed.poll(); copy != null; copy = removed.poll()) {
            for (String key : copy.keys()) {
                Set<Copy> copies = index.get(key);
                if (copies != null && copies.remove(copy) && copies.isEmpty()) {
                    index.remove(key);
                }
            }
        }
    }

    /** Number of live copies; for tests. */
    long size() {
        cache.cleanUp();
        return cache.estimatedSize();
    }
}
