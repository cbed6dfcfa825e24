package dev.byline.delivery.cache;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/**
 * Whether copies may be served now. They may while the listener has heard from the database within
 * the lease, and no gate has passed by the database's clock since.
 */
@ApplicationScoped
class Trust {

    /** What may be done with a copy. */
    enum Verdict {
        FRESH,
        /** The database is down, and only therefore. */
        OUTAGE,
        NONE
    }

    static final long NO_GATE = Long.MAX_VALUE;

    private static final long LEASE = TimeUnit.MILLISECONDS.toNanos(2500);

    private final long patience;

    private volatile Heard heard;
    private volatile boolean down;
    private volatile boolean suspended;
    // Microseconds since the epoch, by the database's clock.
    private long gate = NO_GATE;
    private volatile long gateNow = NO_GATE;

    /** The database's clock, read between two readings of ours. */
    private record Heard(long asked, long answered, long clock) {

        long latest(long now) {
            return clock + (now - asked) / 1000;
        }

        long earliest(long now) {
            return clock + (now - answered) / 1000;
        }
    }

    Trust(CacheConfig config) {
        patience = config.withoutDatabase().toNanos();
        suspended = !config.enabled();
    }

    Verdict verdict() {
        Heard last = heard;
        if (last == null || suspended) {
            return Verdict.NONE;
        }
        long now = System.nanoTime();
        if (last.latest(now) >= gateNow) {
            return Verdict.NONE;
        }
        long silent = now - last.answered;
        if (silent < LEASE && !down) {
            return Verdict.FRESH;
        }
        return down && silent < patience ? Verdict.OUTAGE : Verdict.NONE;
    }

    /** The database answered, and told its time; everything that it sent before has been read. */
    void heard(long asked, long answered, long clock) {
        heard = new Heard(asked, answered, clock);
        down = false;
    }

    /** The listener lost the database; whether that is down will show. */
    void lost() {
        Heard last = heard;
        if (last != null && !down) {
            // The lease is over at once.
            heard =
                    new Heard(
                            last.asked,
                            Math.min(last.answered, System.nanoTime() - LEASE),
                            last.clock);
        }
    }

    /** Nobody answers at the database's address. */
    void down() {
        down = true;
    }

    /** Whether that was so when somebody looked last. */
    boolean isDown() {
        return down;
    }

    /** A gate that is known now, beside those known before. */
    synchronized void gate(long at) {
        gate = Math.min(gate, at);
        gateNow = gate;
    }

    /** The next gate, after the last one has passed. */
    synchronized void nextGate(long at) {
        gate = at;
        gateNow = at;
    }

    /** Whether a gate has passed for certain; copies from before it are not to be served. */
    boolean passed() {
        Heard last = heard;
        return last != null && last.earliest(System.nanoTime()) > gateNow;
    }

    /** Milliseconds until a gate will have passed for certain, at most {@code most}. */
    int untilGate(int most) {
        Heard last = heard;
        if (last == null || gateNow == NO_GATE) {
            return most;
        }
        long micros = gateNow - last.earliest(System.nanoTime());
        return (int) Math.max(1, Math.min(most, micros / 1000 + 1));
    }

    /** For tests. */
    void suspend(boolean off) {
        suspended = off;
    }
}
