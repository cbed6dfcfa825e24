package dev.byline.media.scrub;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks over the objects of a PDF from its first byte to its last, whatever its tables say: so
 * those of former revisions are seen too. Each byte is looked at a bounded number of times.
 */
final class PdfObjects {

    private static final int LARGEST = 1 << 20;
    private static final int LINE_END = 4;
    private static final Pattern LENGTH =
            Pattern.compile("/Length\\s+(\\d{1,10})(?!\\d|\\s+\\d+\\s+R)");

    private final Tape tape;

    PdfObjects(Tape tape) {
        this.tape = tape;
    }

    interface Visitor {
        void visit(Found found) throws IOException;
    }

    /**
     * A dictionary or a text from {@code start} to {@code end}; with a stream, its bytes lie
     * between {@code from} and {@code to}. {@code dictionary} is null for a text.
     */
    record Found(int number, long start, long end, String dictionary, long from, long to) {

        boolean stream() {
            return from > 0;
        }
    }

    void each(Visitor visitor) throws IOException {
        long at = 0;
        while (at < tape.length()) {
            int number = tape.at(at) == 'o' && tape.says(at, "obj") ? number(at) : -1;
            at = number < 0 ? at + 1 : object(number, at + 3, visitor);
        }
    }

    // Looks back: "12 0 obj".
    private int number(long obj) throws IOException {
        long generation = back(obj - 1, true);
        long gap = back(generation, false);
        long last = back(gap, true);
        long before = back(last, false);
        boolean fits =
                generation < obj - 1
                        && gap < generation
                        && last < gap
                        && before < last
                        && last - before < 10;
        return fits ? Integer.parseInt(tape.text(before + 1, last - before)) : -1;
    }

    // The place before a run of blanks or digits that ends here.
    private long back(long from, boolean blanks) throws IOException {
        long at = from;
        while (at >= 0 && from - at < 12 && (blanks ? blank(tape.at(at)) : digit(tape.at(at)))) {
            at--;
        }
        return at;
    }

    private long object(int number, long after, Visitor visitor) throws IOException {
        long start = skipBlanks(after);
        int first = tape.at(start);
        if (first == '<' && tape.at(start + 1) == '<') {
            long end = skipDictionary(start);
            if (tape.at(end - 1) != '>' || end - start > LARGEST) {
                return end;
            }
            String dictionary = tape.text(start, end - start);
            long word = skipBlanks(end);
            if (tape.says(word, "stream")) {
                return stream(number, start, end, dictionary, word + 6, visitor);
            }
            visitor.visit(new Found(number, start, end, dictionary, 0, 0));
            return word;
        }
        if (first == '(' || first == '<') {
            long end = first == '(' ? skipText(start) : skipHex(start);
            visitor.visit(new Found(number, start, end, null, 0, 0));
            return end;
        }
        return start;
    }

    private long stream(
            int number, long start, long end, String dictionary, long word, Visitor visitor)
            throws IOException {
        long from = word;
        if (tape.at(from) == '\r') {
            from++;
        }
        if (tape.at(from) == '\n') {
            from++;
        }
        long to = told(dictionary, from);
        if (to < 0) {
            to = from;
            while (to < tape.length() && !(tape.at(to) == 'e' && tape.says(to, "endstream"))) {
                to++;
            }
            if (tape.at(to - 1) == '\n') {
                to--;
            }
            if (tape.at(to - 1) == '\r') {
                to--;
            }
            to = Math.max(from, to);
        }
        visitor.visit(new Found(number, start, end, dictionary, from, to));
        return to;
    }

    private long told(String dictionary, long from) throws IOException {
        Matcher matcher = LENGTH.matcher(dictionary);
        if (!matcher.find()) {
            return -1;
        }
        long to = from + Long.parseLong(matcher.group(1));
        long word = to;
        while (word - to < LINE_END && blank(tape.at(word))) {
            word++;
        }
        return to < tape.length() && tape.says(word, "endstream") ? to : -1;
    }

    private long skipBlanks(long from) throws IOException {
        long at = from;
        while (blank(tape.at(at)) || tape.at(at) == '%') {
            at = tape.at(at) == '%' ? skipLine(at) : at + 1;
        }
        return at;
    }

    private long skipLine(long from) throws IOException {
        long at = from;
        while (at < tape.length() && tape.at(at) != '\n' && tape.at(at) != '\r') {
            at++;
        }
        return at;
    }

    private long skipDictionary(long from) throws IOException {
        int depth = 0;
        long at = from;
        while (at < tape.length() && at - from < LARGEST) {
            int next = tape.at(at);
            if (next == '<' && tape.at(at + 1) == '<') {
                depth++;
                at += 2;
            } else if (next == '>' && tape.at(at + 1) == '>') {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else if (next == '<') {
                at = skipHex(at);
            } else if (next == '(') {
                at = skipText(at);
            } else {
                at = next == '%' ? skipLine(at) : at + 1;
            }
        }
        return at;
    }

    private long skipHex(long from) throws IOException {
        long at = from + 1;
        while (at < tape.length() && at - from < LARGEST && tape.at(at) != '>') {
            at++;
        }
        return at + 1;
    }

    private long skipText(long from) throws IOException {
        int depth = 0;
        long at = from;
        while (at < tape.length() && at - from < LARGEST) {
            int next = tape.at(at);
            if (next == '\\') {
                at++;
            } else if (next == '(') {
                depth++;
            } else if (next == ')' && --depth == 0) {
                return at + 1;
            }
            at++;
        }
        return at;
    }

    private static boolean digit(int b) {
        return b >= '0' && b <= '9';
    }

    private static boolean blank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }
}
