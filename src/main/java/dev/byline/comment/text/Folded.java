package dev.byline.comment.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text reduced to what it says: lower-case words without accents, dress and invisible characters.
 * {@code C\u200Básínö} and {@code CASINO} are the same.
 */
public final class Folded {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Me}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    // Letters of other scripts that stand in for Latin ones.
    private static final String LOOK_ALIKE = "аеорсухіјѕԁһӏαοερυιкмтвн";
    private static final String LATIN = "aeopcyxijsdhlaoepuikmtbh";

    private final List<String> words;

    private Folded(List<String> words) {
        this.words = words;
    }

    public static Folded of(String text) {
        String plain =
                INVISIBLE
                        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(plain)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return new Folded(words);
    }

    public List<String> words() {
        return words;
    }

    /**
     * Whether these words stand in the text, side by side and whole. A word that mixes scripts is
     * read as Latin as well.
     */
    public boolean has(Folded phrase) {
        int size = phrase.words.size();
        for (int i = 0; size > 0 && i + size <= words.size(); i++) {
            if (standsAt(i, phrase)) {
                return true;
            }
        }
        return false;
    }

    private boolean standsAt(int start, Folded phrase) {
        for (int i = 0; i < phrase.words.size(); i++) {
            String word = words.get(start + i);
            String wanted = phrase.words.get(i);
            if (!word.equals(wanted) && !latin(word).equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    private static String latin(String word) {
        if (word.chars().noneMatch(c -> c < 128 && Character.isLetter(c))) {
            return word;
        }
        StringBuilder latin = new StringBuilder(word);
        for (int i = 0; i < latin.length(); i++) {
            int place = LOOK_ALIKE.indexOf(latin.charAt(i));
            if (place >= 0) {
                latin.setCharAt(i, LATIN.charAt(place));
            }
        }
        return latin.toString();
    }

    /**
     * A number by which near-duplicates are found (SimHash over triples of words): few bits differ
     * between texts that differ little. 0 for a text too short to be compared.
     */
    public long fingerprint() {
        if (words.size() < 8) {
            return 0;
        }
        int[] weight = new int[Long.SIZE];
        for (int i = 0; i + 2 < words.size(); i++) {
            long hash = hash(words.get(i), words.get(i + 1), words.get(i + 2));
            for (int bit = 0; bit < Long.SIZE; bit++) {
                weight[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long print = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (weight[bit] > 0) {
                print |= 1L << bit;
            }
        }
        return print == 0 ? 1 : print;
    }

    // FNV-1a, then the last step of MurmurHash3 so that all bits depend on all letters.
    private static long hash(String... words) {
        long hash = 0xcbf29ce484222325L;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
