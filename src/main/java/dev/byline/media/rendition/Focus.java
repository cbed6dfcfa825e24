package dev.byline.media.rendition;

/** What crops keep in view: fractions of the upright picture's width and height. */
public record Focus(double x, double y) {

    /**
     * Where a crop begins so that this point is as near to its middle as the picture lets it be.
     */
    int start(double point, int length, int part) {
        long start = Math.round(point * length - part / 2.0);
        return (int) Math.max(0, Math.min(start, length - part));
    }
}
