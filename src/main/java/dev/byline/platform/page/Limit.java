package dev.byline.platform.page;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;

/** The size of a page: plain decimal digits within bounds, never capped in silence. */
public final class Limit {

    public static final int DEFAULT = 20;
    public static final int MAX = 100;

    private Limit() {}

    /** The value, or the default when absent; what is wrong with it goes to {@code flaws}. */
    public static int parse(String text, Flaws flaws) {
        return parse(text, DEFAULT, MAX, flaws);
    }

    /** The same within other bounds. */
    public static int parse(String text, int byDefault, int max, Flaws flaws) {
        if (text == null) {
            return byDefault;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            flaws.in("limit", Flaw.MALFORMED, "must be a whole number from 1 to " + max);
            return byDefault;
        }
        int limit = Integer.parseInt(text);
        if (limit > max) {
            flaws.in("limit", Flaw.OUT_OF_RANGE, "must be at most " + max);
            return byDefault;
        }
        return limit;
    }
}
