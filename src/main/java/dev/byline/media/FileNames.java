package dev.byline.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** File names as people gave them: told and offered, but never a path of ours. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /**
     * The last part of a name without what could deceive or break anything; null when none is left.
     */
    static String clean(String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // Control, format (right-to-left marks), unpaired surrogates, private use.
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "").strip();
        clean = clean.replaceAll("^\\.+", "");
        int end =
                clean.offsetByCodePoints(
                        0, Math.min(LONGEST, clean.codePointCount(0, clean.length())));
        return clean.isEmpty() ? null : clean.substring(0, end);
    }

    /** The header for saving a file under this name (RFC 6266). */
    static String attachment(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
        String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
    }
}
