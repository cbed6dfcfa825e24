package dev.byline.delivery.reply;

import dev.byline.platform.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a reply was built from: the ids that it shows, and what its makers named besides. */
public final class SurrogateKeys {

    /** Replies about what is not there: any change may bring it. */
    public static final String ABSENT = "absent";

    /** Replies that don't know what they were built from. */
    public static final String ANYTHING = "anything";

    /** All replies. */
    public static final String EVERYTHING = "*";

    public static final String HEADER = "Surrogate-Key";

    // A header of several kilobytes is more than many a proxy takes.
    private static final int MOST = 120;
    private static final String MANY = "many";
    private static final String ALL = "all";
    private static final int LENGTH = 36;
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9:*-]{1,120}");

    private SurrogateKeys() {}

    /** Every item that a reply shows stands in it with its id. */
    public static Set<String> of(byte[] whole, Set<String> named) {
        Set<String> keys = new HashSet<>(named);
        if (keys.isEmpty()) {
            keys.add(ANYTHING);
        }
        int from = 0;
        while (from + LENGTH <= whole.length) {
            // The fourth hyphen decides first: text seldom has one there.
            if (whole[from + 23] == '-' && id(whole, from)) {
                keys.add(new String(whole, from, LENGTH, StandardCharsets.ISO_8859_1));
                from += LENGTH;
            } else {
                from++;
            }
        }
        return keys;
    }

    private static boolean id(byte[] bytes, int from) {
        for (int i = 0; i < LENGTH; i++) {
            byte b = bytes[from + i];
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? b != '-' : (b < '0' || b > '9') && (b < 'a' || b > 'f')) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same for caches outside: ids by their last twelve digits, which are random. A reply with
     * more keys than a header should hold has {@code many} instead, and each one {@code all}.
     */
    public static String header(Set<String> keys) {
        if (keys.size() > MOST) {
            return ALL + " " + MANY;
        }
        Set<String> names = new TreeSet<>(Set.of(ALL));
        keys.forEach(key -> names.add(brief(key)));
        return String.join(" ", names);
    }

    /** By which names caches outside drop what is stale. */
    public static Set<String> stale(Collection<String> keys) {
        if (keys.contains(EVERYTHING)) {
            return Set.of(ALL);
        }
        Set<String> names = new TreeSet<>(Set.of(MANY, ABSENT, ANYTHING));
        keys.forEach(key -> names.add(brief(key)));
        return names;
    }

    private static String brief(String key) {
        int start = key.length() - LENGTH;
        if (start >= 0 && ID.matcher(key.substring(start)).matches()) {
            return key.substring(0, start) + key.substring(key.length() - 12);
        }
        // What was typed into a query goes into no header as it is.
        return PLAIN.matcher(key).matches()
                ? key
                : HexFormat.of().formatHex(Sha256.of(key.getBytes(StandardCharsets.UTF_8)), 0, 6);
    }
}
