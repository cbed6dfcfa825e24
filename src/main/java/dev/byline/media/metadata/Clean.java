package dev.byline.media.metadata;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes a file's text fit to be kept: no control characters, no half characters, no excess. */
final class Clean {

    private Clean() {}

    /** One line, or null when nothing is left. */
    static String line(String text, int max) {
        return text == null ? null : cut(block(text, max * 4).replaceAll("\\s+", " "), max);
    }

    /** A text that may have several lines, or null when nothing is left. */
    static String text(String text, int max) {
        return text == null ? null : cut(block(text, max), max);
    }

    static List<String> lines(Stream<String> texts, int count, int max) {
        return texts.map(text -> line(text, max))
                .filter(Objects::nonNull)
                .distinct()
                .limit(count)
                .toList();
    }

    /** An absolute web address, or null. */
    static String url(String text) {
        String url = line(text, 2_000);
        return url != null && url.matches(Attribution.WEB_URL) ? url : null;
    }

    private static String block(String text, int max) {
        StringBuilder clean = new StringBuilder();
        String given = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < given.length() && clean.length() <= max; ) {
            int c = given.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || c == '\t' || !(Character.isISOControl(c) || unusable(c))) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString().strip();
    }

    // Also what turns the direction of the text around it: it would outlive the field.
    private static boolean unusable(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || (c & 0xfffe) == 0xfffe
                || c == 0xfffd
                || c == 0xfeff
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }

    private static String cut(String text, int max) {
        if (text.isBlank()) {
            return null;
        }
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
