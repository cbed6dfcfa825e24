package dev.byline.platform.http;

/**
 * The request names an item by a former slug; the reply is {@code 308} to the same path with the
 * present one.
 */
public final class Moved extends RuntimeException {

    private final String present;

    public Moved(String present) {
        super(null, null, false, false);
        this.present = present;
    }

    /** The path with the present slug in its place: the third segment, whatever the others say. */
    String in(String path) {
        int start = path.indexOf('/', path.indexOf('/', 1) + 1) + 1;
        int end = path.indexOf('/', start);
        return path.substring(0, start) + present + (end < 0 ? "" : path.substring(end));
    }
}
