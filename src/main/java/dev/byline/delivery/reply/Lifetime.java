package dev.byline.delivery.reply;

import java.util.function.BiConsumer;

/**
 * For how many seconds others may serve a reply without asking.
 *
 * @param browser anybody; negative for a reply that says nothing about it
 * @param cdn caches that are purged by key ({@code CDN-Cache-Control}, RFC 9213, and its forerunner
 *     {@code Surrogate-Control}); negative to say nothing to them in particular
 * @param stale how long after that, while they ask (RFC 5861)
 * @param error how long after that, when nobody answers (RFC 5861)
 */
public record Lifetime(long browser, long cdn, long stale, long error) {

    public static final Lifetime UNSAID = new Lifetime(-1, -1, 0, 0);

    private static final long NO_END = Long.MAX_VALUE;

    /** What is said while nothing in the reply ends. */
    String usual() {
        return browser < 0 ? null : cacheControl(NO_END);
    }

    /** The headers, when what the reply shows ends in so many seconds. */
    void tell(long left, String usual, BiConsumer<String, String> header) {
        if (browser < 0) {
            return;
        }
        header.accept("Cache-Control", left == NO_END ? usual : cacheControl(left));
        if (cdn >= 0) {
            String value = age(cdn, left);
            header.accept("CDN-Cache-Control", "public, " + value);
            header.accept("Surrogate-Control", value);
        }
    }

    private String cacheControl(long left) {
        return "public, " + age(browser, left);
    }

    // What ends is not shown any longer, stale neither.
    private String age(long seconds, long left) {
        long age = Math.min(seconds, left);
        return "max-age="
                + age
                + after("stale-while-revalidate", Math.min(stale, left - age))
                + after("stale-if-error", Math.min(error, left - age));
    }

    private static String after(String directive, long seconds) {
        return seconds > 0 ? ", " + directive + "=" + seconds : "";
    }
}
