package dev.byline.platform.entity;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as clients write them. */
public final class Ids {

    private static final Pattern SHAPE =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Ids() {}

    /** The id that a text spells; empty when it spells none (the JDK's own parser takes less). */
    public static Optional<UUID> parse(String text) {
        return SHAPE.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
