package dev.byline.platform.http;

/** The two path spaces of the contract. */
public final class Paths {

    public static final String NEWSROOM = "/v1/newsroom";

    private static final String METRICS = "/q/metrics";

    private Paths() {}

    /**
     * Whether a raw path is spelt in the one way that this server answers: no empty or dot segment,
     * no path parameter, nothing encoded that needs no encoding. Other spellings would reach the
     * same resource under a name that caches, proxies and our own headers take for something else.
     */
    static boolean canonical(String path) {
        if (path == null || !path.startsWith("/")) {
            return false;
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == ';' || c == '\\' || c == '/' && oddSegment(path, i + 1)) {
                return false;
            }
            if (c == '%' && needless(path, i + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean oddSegment(String path, int start) {
        int end = path.indexOf('/', start);
        String segment = path.substring(start, end < 0 ? path.length() : end);
        return segment.isEmpty() && end >= 0 || segment.equals(".") || segment.equals("..");
    }

    private static boolean needless(String path, int start) {
        if (start + 2 > path.length()) {
            return true;
        }
        int high = Character.digit(path.charAt(start), 16);
        int low = Character.digit(path.charAt(start + 1), 16);
        int c = high * 16 + low;
        return high < 0
                || low < 0
                || c < ' '
                || c == 0x7F
                || c < 0x7F && (Character.isLetterOrDigit(c) || "-._~/\\;".indexOf(c) >= 0);
    }

    /** Whether a path belongs to the metrics, which are for administrators. */
    public static boolean metrics(String path) {
        return path != null && (path.equals(METRICS) || path.startsWith(METRICS + "/"));
    }

    /** Whether a path belongs to the newsroom, whose replies no cache may keep. */
    public static boolean newsroom(String path) {
        return path != null && (path.equals(NEWSROOM) || path.startsWith(NEWSROOM + "/"));
    }
}
