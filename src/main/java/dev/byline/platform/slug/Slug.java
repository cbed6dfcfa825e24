package dev.byline.platform.slug;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import net.gcardone.junidecode.Junidecode;

/**
 * The readable part of an address: {@code [a-z0-9]+(-[a-z0-9]+)*}, at most 120 characters, never
 * shaped like an id.
 */
public final class Slug {

    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    // The length comes first: on a long text Java's matcher would run out of stack in the group.
    public static final String PATTERN = "^(?=.{1,120}$)(?!" + UUID + "$)[a-z0-9]+(?:-[a-z0-9]+)*$";
    public static final String RULE =
            "must be at most 120 small letters and digits in words joined by hyphens, and no id";
    public static final int LONGEST = 120;

    private static final Pattern SHAPE = Pattern.compile(PATTERN);
    private static final Pattern ID = Pattern.compile(UUID);
    // Longer slugs are cut at a word; what a collision appends must still fit.
    private static final int CUT = 100;

    private Slug() {}

    public static boolean valid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /**
     * A slug for a text in any script, transliterated to ASCII; {@code fallback} when nothing of it
     * can be spelt.
     */
    public static String from(String text, String fallback) {
        String ascii = Junidecode.unidecode(Normalizer.normalize(text, Normalizer.Form.NFC));
        String slug =
                ascii.toLowerCase(Locale.ROOT)
                        .replaceAll("['`\"]", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        if (slug.length() > CUT) {
            int word = slug.lastIndexOf('-', CUT);
            slug = slug.substring(0, word > CUT / 2 ? word : CUT).replaceAll("-+$", "");
        }
        return slug.isEmpty() || ID.matcher(slug).matches() ? fallback : slug;
    }
}
