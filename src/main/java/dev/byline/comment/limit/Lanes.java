package dev.byline.comment.limit;

import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The lanes of a node: few run, some wait for a moment, the rest is asked to come back. */
@ApplicationScoped
class Lanes {

    // No more than there are processors: one more would take its time from readers.
    private static final int LANES =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    // Of the two hundred threads that Quarkus has; each one that waits is one.
    private static final int WAITING = 150;
    private static final int PATIENCE_MILLIS = 2000;

    private final Semaphore free;
    private final int waiting;
    private final int patience;

    Lanes() {
        this(LANES, WAITING, PATIENCE_MILLIS);
    }

    Lanes(int lanes, int waiting, int patienceMillis) {
        free = new Semaphore(lanes, true);
        this.waiting = waiting;
        patience = patienceMillis;
    }

    void enter() {
        if (free.getQueueLength() >= waiting) {
            throw busy();
        }
        try {
            if (!free.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    void leave() {
        free.release();
    }

    private static ProblemException busy() {
        return Problem.UNAVAILABLE
                .because("Too many comments arrive at once.")
                .with("Retry-After", 2);
    }
}
