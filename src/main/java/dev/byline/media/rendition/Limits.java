package dev.byline.media.rendition;

/**
 * How many pixels are decoded: more where a picture can be decoded line by line than where it needs
 * to be whole in memory.
 */
public record Limits(long plainPixels, long costlyPixels) {

    // A side that no encoder of today makes and that sums of our own could not bear.
    private static final int LONGEST_SIDE = 65_535;

    void check(Header header) throws Refused {
        long most = header.costly() ? costlyPixels : plainPixels;
        if (header.pixels() > most
                || header.width() > LONGEST_SIDE
                || header.height() > LONGEST_SIDE) {
            throw new Refused(
                    Refused.Reason.TOO_LARGE,
                    "The picture of %d × %d pixels is larger than the %d megapixels that are taken of its kind."
                            .formatted(header.width(), header.height(), most / 1_000_000));
        }
    }
}
