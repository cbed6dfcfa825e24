package dev.byline.delivery;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;

/** How long the reply of this request may count as fresh at most. */
@RequestScoped
public class Freshness {

    private long seconds = Long.MAX_VALUE;
    private long until = Long.MAX_VALUE;

    /**
     * Nothing in the reply may be shown from {@code end} on; null is no limit. Only for ends that
     * the reply itself tells of: {@code max-age} would announce any other.
     */
    public void until(Instant now, Instant end) {
        if (end != null) {
            seconds = Math.max(0, Math.min(seconds, Duration.between(now, end).toSeconds()));
            until = Math.min(until, end.toEpochMilli());
        }
    }

    long atMost(long maxAge) {
        return Math.min(maxAge, seconds);
    }

    /** Milliseconds since the epoch; the largest number for no limit. */
    long until() {
        return until;
    }
}
