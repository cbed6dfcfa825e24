package dev.byline.media.metadata;

import dev.byline.media.metadata.Attribution.Creator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The line that is printed beside a picture, by the practice of news agencies: makers, a slash, and
 * whom it comes from. The rules are in docs/attribution.md.
 */
public final class CreditLine {

    /** What is printed when nothing at all is known. */
    public static final String UNKNOWN = "Uncredited";

    private static final int NAMED = 3;

    /** Words of cameras and forms that name nobody. */
    private static final Set<String> NOBODY =
            Set.of("", "unknown", "none", "n a", "na", "null", "anonymous", "picasa", "tbd");

    /** Words that only say how a picture came, and ask for the name of who gave it. */
    private static final Set<String> HANDED =
            Set.of("handout", "ho", "handout photo", "via handout");

    private static final Set<String> COURTESY = Set.of("courtesy", "courtesy of");

    /** A credit that begins so is a sentence of its own, to be printed as it stands. */
    private static final Pattern FINISHED =
            Pattern.compile(
                    "(handout|ho|courtesy|photos?|picture|image|illustration|graphic|screengrab|foto|bild|photographie|by|"
                            + "copyright)\\b.+|©.+|\\(c\\).+",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private CreditLine() {}

    /** Never empty, and nobody named twice. */
    public static String of(Attribution attribution) {
        List<String> makers = makers(attribution.creators());
        String credit = somebody(attribution.creditLine());
        String source = somebody(attribution.source());
        if (credit != null && HANDED.contains(plain(credit))) {
            credit = from("Handout", "Handout via ", source, makers);
        } else if (credit != null && COURTESY.contains(plain(credit))) {
            credit = from("Courtesy", "Courtesy of ", source, makers);
        }
        if (credit != null && FINISHED.matcher(credit).matches()) {
            return cut(credit);
        }
        String provider =
                credit != null
                        ? credit
                        : source != null ? source : somebody(attribution.copyrightHolder());
        if (makers.isEmpty()) {
            String notice = somebody(attribution.copyrightNotice());
            return cut(provider != null ? provider : notice != null ? notice : UNKNOWN);
        }
        return cut(provider == null ? joined(makers) : together(makers, provider));
    }

    /** Who handed a picture out is the source, or in its absence the maker named. */
    private static String from(String word, String words, String source, List<String> makers) {
        String giver = source != null && !mentions(word, source) ? source : null;
        if (giver == null && !makers.isEmpty()) {
            giver = makers.get(0);
        }
        return giver == null ? word : words + giver;
    }

    private static String together(List<String> makers, String provider) {
        if (makers.stream().allMatch(maker -> mentions(provider, maker))
                || mentions(provider, makers.get(0)) && mentions(provider, "et al")) {
            return provider;
        }
        List<String> others = makers.stream().filter(maker -> !mentions(provider, maker)).toList();
        if (others.stream().anyMatch(maker -> mentions(maker, provider))) {
            return joined(others);
        }
        String names = joined(others);
        return provider.toLowerCase(Locale.ROOT).startsWith("via ")
                ? names + " " + provider
                : names + "/" + provider;
    }

    private static List<String> makers(List<Creator> creators) {
        List<String> makers = new ArrayList<>();
        for (Creator creator : creators) {
            String name = somebody(creator.name());
            if (name != null
                    && makers.stream().noneMatch(maker -> plain(maker).equals(plain(name)))) {
                makers.add(name);
            }
        }
        return makers;
    }

    private static String joined(List<String> makers) {
        return makers.size() <= NAMED
                ? String.join(", ", makers)
                : String.join(", ", makers.subList(0, NAMED)) + " et al.";
    }

    /** The text on one line without loose slashes, or null when it names nobody. */
    private static String somebody(String text) {
        String line = Clean.line(text, Attribution.MAX_LINE);
        if (line == null) {
            return null;
        }
        String tidy = line.replaceAll("\\s*/\\s*", "/").replaceAll("^[/\\s]+|[/\\s]+$", "");
        return NOBODY.contains(plain(tidy)) ? null : tidy;
    }

    /** Whether all the words of the name stand in the text one after the other. */
    static boolean mentions(String text, String name) {
        return (" " + plain(text) + " ").contains(" " + plain(name) + " ");
    }

    /** Letters and digits alone, without accents and case. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static String cut(String line) {
        return Clean.line(line, Attribution.MAX_LINE);
    }
}
