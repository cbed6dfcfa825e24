package dev.byline.delivery.reply;

import java.util.Arrays;

/** Comparison of validators (RFC 9110, 13.1.2). */
public final class EntityTags {

    private EntityTags() {}

    /** Whether {@code If-None-Match} names this validator. */
    public static boolean match(String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.equals(etag)) {
            return true;
        }
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
