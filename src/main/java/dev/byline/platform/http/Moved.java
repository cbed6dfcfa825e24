package dev.byline.platform.http;

/**
 * The request names an item by a former slug; the reply is {@code 308} to the same path with the
 * present one.
 */
public final class Moved extends RuntimeException {

    private final String former;
    private final String present;

    public Moved(String former, String present) {
        super(null, null, false, false);
        this.former = former;
        this.present = present;
    }

    /** The path that a path with the former slug leads to. */
    String in(String path) {
        String segment = "/" + former;
        int start = path.indexOf(segment + "/");
        if (start < 0) {
            start = path.length() - segment.length();
        }
        return path.substring(0, start) + "/" + present + path.substring(start + segment.length());
    }
}
