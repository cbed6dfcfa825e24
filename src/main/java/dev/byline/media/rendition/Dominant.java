package dev.byline.media.rendition;

/** The colour that most of a picture has. */
final class Dominant {

    private static final int SHADES = 4096;

    private Dominant() {}

    /** The mean of the pixels in the fullest of 16 × 16 × 16 shades, as {@code #rrggbb}. */
    static String of(Pixels pixels) {
        int[] counts = new int[SHADES];
        byte[] data = pixels.data();
        int fullest = 0;
        for (int i = 0; i < data.length; i += pixels.bands()) {
            int shade = shade(data, i);
            counts[shade]++;
            if (counts[shade] > counts[fullest]) {
                fullest = shade;
            }
        }
        long blue = 0;
        long green = 0;
        long red = 0;
        for (int i = 0; i < data.length; i += pixels.bands()) {
            if (shade(data, i) == fullest) {
                blue += data[i] & 0xFF;
                green += data[i + 1] & 0xFF;
                red += data[i + 2] & 0xFF;
            }
        }
        int count = counts[fullest];
        return "#%02x%02x%02x".formatted(red / count, green / count, blue / count);
    }

    private static int shade(byte[] data, int at) {
        return (data[at] & 0xF0) << 4 | data[at + 1] & 0xF0 | (data[at + 2] & 0xF0) >> 4;
    }
}
