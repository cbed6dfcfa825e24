package dev.byline.delivery;

import dev.byline.delivery.reply.EntityTags;
import dev.byline.platform.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a file that a request asks for (RFC 9110); several parts count as all of it. */
public record ByteRange(boolean whole, long from, long length, long total) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * All of it, unless {@code Range} asks for one part and {@code If-Range} does not forbid it.
     */
    public static ByteRange of(String range, String ifRange, String etag, long total) {
        ByteRange whole = new ByteRange(true, 0, total, total);
        if (range == null || ifRange != null && !ifRange.equals(etag)) {
            return whole;
        }
        Matcher matcher = ONE.matcher(range.strip());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return whole;
        }
        if (matcher.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(matcher.group(2)), total);
            return last == 0
                    ? unsatisfiable(total)
                    : new ByteRange(false, total - last, last, total);
        }
        long from = Long.parseLong(matcher.group(1));
        long to =
                matcher.group(2).isEmpty()
                        ? total - 1
                        : Math.min(Long.parseLong(matcher.group(2)), total - 1);
        if (!matcher.group(2).isEmpty() && Long.parseLong(matcher.group(2)) < from) {
            return whole;
        }
        return from >= total
                ? unsatisfiable(total)
                : new ByteRange(false, from, to - from + 1, total);
    }

    /** The value of {@code Content-Range}. */
    public String header() {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, total);
    }

    /** Whether {@code If-None-Match} names this validator. */
    public static boolean matches(String ifNoneMatch, String etag) {
        return EntityTags.match(ifNoneMatch, etag);
    }

    private static ByteRange unsatisfiable(long total) {
        throw Problem.RANGE_NOT_SATISFIABLE
                .because(Problem.RANGE_NOT_SATISFIABLE.explanation())
                .with("Content-Range", "bytes */" + total);
    }
}
