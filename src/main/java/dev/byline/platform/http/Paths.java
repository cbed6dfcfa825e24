package dev.byline.platform.http;

/** The two path spaces of the contract. */
public final class Paths {

    private static final String NEWSROOM = "/v1/newsroom";

    private Paths() {}

    /** Whether a path belongs to the newsroom, whose replies no cache may keep. */
    public static boolean newsroom(String path) {
        return path != null && (path.equals(NEWSROOM) || path.startsWith(NEWSROOM + "/"));
    }
}
