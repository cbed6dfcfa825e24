package dev.byline.body;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Makes texts searchable that have no blanks between words: as pairs of neighbouring characters.
 */
public final class Glyphs {

    private static final Set<UnicodeScript> SCRIPTS =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    private Glyphs() {}

    /** The pairs in a text, with blanks between them; empty for other scripts. */
    public static String pairs(String text) {
        List<String> pairs = new ArrayList<>();
        walk(text, run -> pairs.addAll(pairsOf(run)), other -> {});
        return String.join(" ", pairs);
    }

    /** The same query with each run of such characters as a phrase of its pairs. */
    public static String query(String typed) {
        StringBuilder query = new StringBuilder();
        walk(
                typed,
                run -> query.append('"').append(String.join(" ", pairsOf(run))).append("\" "),
                query::appendCodePoint);
        return query.toString();
    }

    private static void walk(String text, Consumer<int[]> whole, IntConsumer each) {
        int[] all = text.codePoints().toArray();
        int at = 0;
        while (at < all.length) {
            int end = at;
            while (end < all.length && SCRIPTS.contains(UnicodeScript.of(all[end]))) {
                end++;
            }
            if (end > at) {
                whole.accept(Arrays.copyOfRange(all, at, end));
                at = end;
            } else {
                each.accept(all[at++]);
            }
        }
    }

    private static List<String> pairsOf(int[] run) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < run.length; i++) {
            pairs.add(new String(run, i, 2));
        }
        return pairs.isEmpty() ? List.of(new String(run, 0, run.length)) : pairs;
    }
}
