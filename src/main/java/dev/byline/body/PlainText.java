package dev.byline.body;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** What a body says without its markup: for word counts, reading time and search. */
public final class PlainText {

    /** Adults read non-fiction at about this pace (Brysbaert 2019). */
    static final int WORDS_PER_MINUTE = 238;

    /** The usual pace for Chinese and Japanese, counted in characters. */
    static final int CHARACTERS_PER_MINUTE = 500;

    private PlainText() {}

    /** The text of all blocks, one line for each paragraph, item, cell, caption and cite. */
    public static String of(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.lines().stream())
                .collect(Collectors.joining("\n"));
    }

    /**
     * How many words: runs of letters and digits, joined by whatever stands between them except
     * blanks and dashes. A Chinese or Japanese character counts as one; Thai is divided by its
     * dictionary.
     */
    public static int words(String text) {
        Count count = new Count();
        count.add(text);
        return count.words + count.characters;
    }

    /** Whole minutes to read it, rounded up; 0 only when there is nothing to read. */
    public static int minutes(String text) {
        Count count = new Count();
        count.add(text);
        return (int)
                Math.ceil(
                        (double) count.words / WORDS_PER_MINUTE
                                + (double) count.characters / CHARACTERS_PER_MINUTE);
    }

    /** The lines of sanitised HTML that say something. */
    static List<String> lines(String html) {
        if (html == null || html.isBlank()) {
            return List.of();
        }
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return List.of(html);
        }
        return lines(Dom.parse(html));
    }

    static List<String> lines(Node root) {
        Lines lines = new Lines();
        NodeTraversor.filter(lines, root);
        return lines.text.toString().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    static List<String> present(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text);
    }

    static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static final class Lines implements NodeFilter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public FilterResult head(Node node, int depth) {
            text.append(Dom.text(node));
            return edge(node);
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            return edge(node);
        }

        private FilterResult edge(Node node) {
            if (node instanceof Element element) {
                if (Dom.invisible(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (Dom.block(element) || element.normalName().equals("br")) {
                    text.append('\n');
                }
            }
            return FilterResult.CONTINUE;
        }
    }

    private static final class Count {
        private int words;
        private int characters;

        void add(String text) {
            boolean inWord = false;
            boolean thai = false;
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                boolean letter = Character.isLetterOrDigit(c);
                thai |= thai(c);
                if (ideograph(c)) {
                    characters += letter ? 1 : 0;
                    inWord = false;
                } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || dash(c)) {
                    inWord = false;
                } else if (letter && !thai(c) && !inWord) {
                    words++;
                    inWord = true;
                }
                i += Character.charCount(c);
            }
            if (thai) {
                words += thaiWords(text);
            }
        }

        private static int thaiWords(String text) {
            BreakIterator iterator = BreakIterator.getWordInstance(Locale.forLanguageTag("th"));
            iterator.setText(text);
            int words = 0;
            int start = iterator.first();
            for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
                words += thai(text.codePointAt(start)) ? 1 : 0;
                start = end;
            }
            return words;
        }

        private static boolean thai(int c) {
            return Character.UnicodeScript.of(c) == Character.UnicodeScript.THAI;
        }

        private static boolean dash(int c) {
            return c == '\u2013' || c == '\u2014' || c == '\u2015' || c == '\u2026';
        }

        private static boolean ideograph(int c) {
            return switch (Character.UnicodeScript.of(c)) {
                case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
                // The prolonged sound mark is shared by both kana.
                default -> c == '\u30fc' || c == '\uff70';
            };
        }
    }
}
