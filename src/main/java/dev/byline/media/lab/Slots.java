package dev.byline.media.lab;

import dev.byline.media.rendition.Refused;
import dev.byline.platform.problem.Problem;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** So many at a time, so many more in the queue, and everybody else later. */
final class Slots {

    private static final int RETRY_SECONDS = 5;

    private final Semaphore free;
    private final AtomicInteger present = new AtomicInteger();
    private final int most;

    Slots(int workers, int queue) {
        free = new Semaphore(workers, true);
        most = workers + queue;
    }

    /** Something that takes memory and time. */
    interface Work<T> {
        T run() throws IOException, Refused;
    }

    <T> T take(Work<T> work) throws IOException, Refused {
        try {
            if (present.incrementAndGet() > most) {
                throw busy();
            }
            free.acquire();
            try {
                return work.run();
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            present.decrementAndGet();
        }
    }

    /** How many are at work or wait. */
    int present() {
        return present.get();
    }

    private static RuntimeException busy() {
        return Problem.UNAVAILABLE
                .because("As many pictures are being worked on as this server can.")
                .with("Retry-After", RETRY_SECONDS);
    }
}
