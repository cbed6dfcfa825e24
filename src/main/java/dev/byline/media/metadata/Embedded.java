package dev.byline.media.metadata;

import dev.byline.media.metadata.format.Raw;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a file says of itself (XMP over IPTC IIM over EXIF): text cleaned and bounded, absent where
 * the file is silent.
 */
public record Embedded(
        Attribution attribution,
        String headline,
        String caption,
        String alt,
        String extendedDescription,
        List<String> keywords,
        Instant capturedAt,
        Place created,
        Place shown,
        String jobId,
        int orientation) {

    public static final int MAX_HEADLINE = 500;
    public static final int MAX_CAPTION = 10_000;
    public static final int MAX_ALT = 1_000;
    public static final int MAX_DESCRIPTION = 10_000;
    public static final int MAX_KEYWORDS = 100;
    public static final int MAX_KEYWORD = 100;

    public static final Embedded NOTHING =
            new Embedded(
                    Attribution.NONE, null, null, null, null, List.of(), null, null, null, null, 1);

    /** A place, as far as the file names it; without coordinates. */
    public record Place(
            String name,
            String sublocation,
            String city,
            String state,
            String country,
            String countryCode) {}

    /**
     * Reads the file's own description, whatever its format; broken or hostile metadata counts as
     * absent. Throws only when the file can't be read at all.
     */
    public static Embedded read(Path file) throws IOException {
        return new Reading(Raw.of(file)).embedded();
    }
}
