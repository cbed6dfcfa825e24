package dev.byline.delivery;

import dev.byline.delivery.reply.Lifetime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How long public replies live outside, by configuration. */
@ApplicationScoped
class Lifetimes {

    private static final int LONGEST_DAYS = 365;

    private final DeliveryConfig.MaxAge maxAge;
    private final long stale;
    private final long error;
    private final long cdn;

    Lifetimes(DeliveryConfig config) {
        maxAge = config.maxAge();
        stale = seconds(config.staleWhileRevalidate());
        error = seconds(config.staleIfError());
        cdn = config.cdnMaxAge().map(Lifetimes::seconds).orElse(-1L);
        // All are looked at when the first is asked for, not one a day later.
        for (String path : new String[] {"articles", "comments", "media", "tags", "search"}) {
            browser("/v1/" + path);
        }
    }

    /** Of a reply at this path; {@code fixed} seconds if its route allows no other. */
    Lifetime of(String path, int fixed) {
        return fixed >= 0
                ? new Lifetime(fixed, -1, 0, 0)
                : new Lifetime(browser(path), cdn, stale, error);
    }

    // v1, what is read, which one, and what of it.
    private long browser(String path) {
        String[] segments = (path.startsWith("/") ? path.substring(1) : path).split("/");
        if (segments.length > 3 && segments[3].equals("comments")) {
            return seconds(maxAge.comments());
        }
        return seconds(
                switch (segments.length > 1 ? segments[1] : "") {
                    case "comments" -> maxAge.comments();
                    case "media" -> maxAge.media();
                    case "sections", "tags", "authors" -> maxAge.labels();
                    case "search" -> maxAge.search();
                    default -> maxAge.articles();
                });
    }

    private static long seconds(Duration time) {
        if (time.isNegative() || time.toDays() > LONGEST_DAYS) {
            throw new IllegalArgumentException(
                    "byline.delivery: %s is not between nothing and a year".formatted(time));
        }
        return time.toSeconds();
    }
}
