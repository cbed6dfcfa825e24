package dev.byline.body;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Writes canonical HTML: white space collapsed as a browser shows it, formatting properly nested
 * and only around words, escapes only where they are needed. What it wrote, read again and written
 * again, is the same.
 */
final class Markup {

    /** Where a paragraph is cut when it gets too long, leaving room for tags and escapes. */
    private static final int LONG = Block.MAX_HTML * 3 / 4;

    private static final int TOO_LONG = Block.MAX_HTML * 17 / 20;

    private final StringBuilder out = new StringBuilder();
    private final Consumer<String> paragraphs;
    private final AtomicInteger budget;
    private Marks open = Marks.NONE;

    /** At the start of a line, where blanks don't show. */
    private boolean fresh = true;

    private int breaks;
    private boolean space;
    private int hardSpaces;
    private int keep;

    /** For one piece of HTML, to be taken with {@link #take()}. */
    Markup(AtomicInteger budget) {
        this(budget, null);
    }

    /**
     * For a stream of paragraphs: an empty line, and too great a length, begin the next. The budget
     * is how many characters of tags may be written: one long link around a thousand paragraphs
     * must not become a thousand long links.
     */
    Markup(AtomicInteger budget, Consumer<String> paragraphs) {
        this.budget = budget;
        this.paragraphs = paragraphs;
    }

    static AtomicInteger budget(String source) {
        return new AtomicInteger(2 * source.length() + 1_000);
    }

    void text(String text, Marks marks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00a0') {
                gap(c, marks);
            } else {
                turn(marks);
                escape(c, out);
                fresh = false;
                if (paragraphs != null
                        && out.length() > TOO_LONG
                        && !Character.isHighSurrogate(c)) {
                    flush();
                }
            }
        }
    }

    /** Text in which every blank and newline counts. */
    void verbatim(String text, Marks marks) {
        String kept = fresh && breaks == 0 ? text.replaceFirst("^\n+", "") : text;
        if (!kept.isEmpty()) {
            turn(marks);
            out.append(escaped(kept));
            fresh = false;
        }
    }

    void lineBreak(Marks marks) {
        if (!fresh) {
            keep = Math.min(keep, open.shared(marks));
            breaks++;
            forgetGap();
        }
    }

    /** At least so many line breaks before whatever comes next: how inline HTML shows blocks. */
    void boundary(int lines, Marks marks) {
        if (!fresh) {
            keep = Math.min(keep, open.shared(marks));
            breaks = Math.max(breaks, lines);
            forgetGap();
        }
    }

    void start(String tag, String attributes) {
        endLine();
        out.append('<').append(tag).append(attributes).append('>');
    }

    void end(String tag) {
        endLine();
        out.append("</").append(tag).append('>');
    }

    /** Hands over the paragraph so far, if it says anything. */
    void flush() {
        String html = take();
        if (!html.isEmpty()) {
            paragraphs.accept(html);
        }
    }

    String take() {
        endLine();
        String html = out.toString();
        out.setLength(0);
        return html;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), escaped);
        }
        return escaped.toString();
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            default -> out.append(c);
        }
    }

    /** A hard space is kept between words, and is layout beside other blanks and at either end. */
    private void gap(char c, Marks marks) {
        if (!fresh && breaks == 0) {
            keep = Math.min(keep, open.shared(marks));
            space |= c != '\u00a0';
            hardSpaces++;
        }
    }

    private void turn(Marks wanted) {
        boolean gap = space || hardSpaces > 0;
        if (open == wanted && breaks == 0 && !gap) {
            return;
        }
        if (paragraphs != null && (breaks > 1 || (gap || breaks > 0) && out.length() > LONG)) {
            flush();
            gap = false;
        }
        Marks marks = budget.get() > 0 ? wanted : Marks.NONE;
        close(Math.min(keep, open.shared(marks)));
        if (breaks > 0) {
            out.append("<br>".repeat(breaks));
        } else if (gap) {
            out.append(space ? " " : "\u00a0".repeat(hardSpaces));
        }
        for (Marks.Mark mark : marks.list().subList(open.list().size(), marks.list().size())) {
            out.append('<').append(mark.tag()).append(mark.attributes()).append('>');
            budget.addAndGet(-mark.tag().length() - mark.attributes().length() - 2);
        }
        open = marks;
        breaks = 0;
        forgetGap();
        keep = Integer.MAX_VALUE;
    }

    private void close(int size) {
        for (int i = open.list().size() - 1; i >= size; i--) {
            out.append("</").append(open.list().get(i).tag()).append('>');
        }
        open = new Marks(open.list().subList(0, Math.min(size, open.list().size())));
    }

    private void endLine() {
        close(0);
        breaks = 0;
        forgetGap();
        fresh = true;
        keep = Integer.MAX_VALUE;
    }

    private void forgetGap() {
        space = false;
        hardSpaces = 0;
    }
}
