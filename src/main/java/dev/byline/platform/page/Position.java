package dev.byline.platform.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A place between two items of an ordered list: after (or before) the item with this sort key and
 * id.
 */
public record Position(boolean forward, String key, UUID id) {

    public static String key(Instant instant) {
        return String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    public Instant instant() {
        return Instant.EPOCH.plus(Long.parseLong(key), ChronoUnit.MICROS);
    }

    String encode() {
        return (forward ? "n" : "p") + id + key;
    }

    static Position decode(String text) {
        return new Position(
                text.charAt(0) == 'n', text.substring(37), UUID.fromString(text.substring(1, 37)));
    }
}
