package dev.byline.delivery.cache;

import dev.byline.platform.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The public reads that are being made. More than the database can answer soon would only wait for
 * each other, and take the threads that writers need: they are asked to come back at once.
 */
@ApplicationScoped
public class Crowd {

    private static final String PLACE = "byline.cache.place";
    private static final int COME_BACK_SECONDS = 1;

    private volatile int most;
    private final AtomicInteger inside = new AtomicInteger();

    Crowd(CacheConfig config) {
        most = config.madeAtATime();
    }

    /** For tests. */
    void limit(int reads) {
        most = reads;
    }

    /** Lets a request go on, or refuses it. */
    void enter(RoutingContext context) {
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            context.fail(
                    Problem.UNAVAILABLE
                            .because("Too many requests at once.")
                            .with("Retry-After", COME_BACK_SECONDS));
            return;
        }
        context.put(PLACE, new AtomicBoolean(true));
        context.addEndHandler(ignored -> leave(context));
        context.next();
    }

    /** The reply is made; a client that is slow to read it keeps nobody out. */
    public void leave(RoutingContext context) {
        AtomicBoolean place = context.get(PLACE);
        if (place != null && place.compareAndSet(true, false)) {
            inside.decrementAndGet();
        }
    }
}
