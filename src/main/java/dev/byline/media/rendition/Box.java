package dev.byline.media.rendition;

/** A size in pixels. */
record Box(int width, int height) {

    /**
     * This much of a picture of another shape: as wide at most, and with as many pixels at most.
     */
    Box around(int wide, int high) {
        double scale = Math.min(1, (double) width / wide);
        double pixels = (double) width * height;
        scale = Math.min(scale, Math.sqrt(pixels / ((double) wide * high)));
        return new Box(
                Math.max(1, (int) Math.round(wide * scale)),
                Math.max(1, (int) Math.round(high * scale)));
    }
}
