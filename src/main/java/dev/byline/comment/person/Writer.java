package dev.byline.comment.person;

import java.time.Instant;
import java.util.UUID;

/** A {@link Commenter} as the rules see one who writes: barred or watched until a date, or not. */
public record Writer(UUID id, Instant bannedUntil, Instant premoderatedUntil) {

    public boolean banned(Instant now) {
        return bannedUntil != null && now.isBefore(bannedUntil);
    }

    public boolean premoderated(Instant now) {
        return premoderatedUntil != null && now.isBefore(premoderatedUntil);
    }
}
