package dev.byline.revision.diff;

import dev.byline.revision.diff.Alignment.Stretch;
import dev.byline.revision.diff.Diff.Op;
import dev.byline.revision.diff.Diff.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares texts word by word. The work grows with the square of what differs: each text may cost
 * so much, and all texts of one comparison together; beyond that they count as replaced whole.
 */
final class WordDiff {

    /** The most different words and blanks, of both sides together, that are compared. */
    static final int MOST = 4_000;

    private static final long BUDGET = 2L * MOST * MOST;

    // Chinese and Japanese are written without blanks: there a character is a word.
    private static final Pattern PIECE =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
                            + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]++|\\s++|.",
                    Pattern.DOTALL);

    private long left = BUDGET;

    /** The runs in order, and whether they are coarser than words. */
    record Found(List<Words> words, boolean coarse) {}

    Found compare(String from, String to) {
        List<String> before = pieces(from);
        List<String> after = pieces(to);
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<String> gone = before.subList(start, before.size() - end);
        List<String> come = after.subList(start, after.size() - end);
        Runs runs = new Runs();
        runs.add(Op.EQUAL, before.subList(0, start));
        boolean coarse = !affordable(gone.size(), come.size());
        if (coarse) {
            runs.add(Op.DELETE, gone);
            runs.add(Op.INSERT, come);
        } else {
            runs.addAll(gone, come);
        }
        runs.add(Op.EQUAL, before.subList(before.size() - end, before.size()));
        return new Found(runs.words, coarse);
    }

    private boolean affordable(int gone, int come) {
        if (gone == 0 || come == 0) {
            return true;
        }
        long size = (long) gone + come;
        if (size > MOST || size * size > left) {
            return false;
        }
        left -= size * size;
        return true;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    /** Neighbouring pieces of one fate, joined. */
    private static final class Runs {

        private final List<Words> words = new ArrayList<>();

        void addAll(List<String> gone, List<String> come) {
            for (Stretch stretch : Alignment.of(gone, come)) {
                if (stretch.equal()) {
                    add(Op.EQUAL, stretch.before(gone));
                } else {
                    add(Op.DELETE, stretch.before(gone));
                    add(Op.INSERT, stretch.after(come));
                }
            }
        }

        void add(Op op, List<String> pieces) {
            if (pieces.isEmpty()) {
                return;
            }
            String text = String.join("", pieces);
            int last = words.size() - 1;
            if (last >= 0 && words.get(last).op() == op) {
                words.set(last, new Words(op, words.get(last).text() + text));
            } else {
                words.add(new Words(op, text));
            }
        }
    }
}
