package dev.byline.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Writes a subtree as canonical HTML, without recursion: inline only (blocks become line breaks),
 * or with the block elements that an {@code html} block may have.
 */
final class Reading implements NodeFilter {

    private static final int DEEPEST = 50;

    private static final Set<String> KEPT =
            Set.of(
                    "p",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "h2",
                    "h3",
                    "h4",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "figure",
                    "figcaption",
                    "pre",
                    "dl",
                    "dt",
                    "dd",
                    "div");
    private static final Map<String, String> RENAMED =
            Map.of(
                    "h1",
                    "h2",
                    "h5",
                    "h4",
                    "h6",
                    "h4",
                    "listing",
                    "pre",
                    "xmp",
                    "pre",
                    "plaintext",
                    "pre",
                    "menu",
                    "ul",
                    "dir",
                    "ul");
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern SCOPE = Pattern.compile("col|row|colgroup|rowgroup");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");

    private final Markup out;
    private final boolean blocks;
    private final Deque<Marks> marks = new ArrayDeque<>();
    private final Deque<String> started = new ArrayDeque<>();
    private int verbatim;

    private Reading(Markup out, Marks outer, boolean blocks) {
        this.out = out;
        this.blocks = blocks;
        marks.push(outer);
    }

    static void inline(Node root, Markup out, Marks outer) {
        NodeTraversor.filter(new Reading(out, outer, false), root);
    }

    /** The text alone, on one line. */
    static String line(Node root) {
        Markup out = new Markup(Markup.budget(""));
        inline(root, out, Marks.NONE);
        return String.join(" ", PlainText.lines(out.take()));
    }

    static void tree(Node root, Markup out, Marks outer) {
        NodeTraversor.filter(new Reading(out, outer, true), root);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            String text = Dom.text(node);
            if (verbatim > 0) {
                out.verbatim(text, marks.peek());
            } else {
                out.text(text, marks.peek());
            }
            return FilterResult.CONTINUE;
        }
        if (element.normalName().equals("br")) {
            out.lineBreak(marks.peek());
            return FilterResult.SKIP_ENTIRELY;
        }
        if (Dom.invisible(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (blocks && element.normalName().equals("hr")) {
            out.start("hr", "");
            return FilterResult.SKIP_ENTIRELY;
        }
        boolean block = Dom.block(element);
        if (block) {
            open(element);
        }
        marks.push(block ? marks.peek().style(element) : marks.peek().inside(element));
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            marks.pop();
            if (Dom.block(element)) {
                close(element);
            }
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        String tag = blocks && started.size() < DEEPEST ? name(element) : "";
        started.push(tag);
        if (tag.isEmpty()) {
            out.boundary(Dom.lines(element), marks.peek());
        } else {
            out.start(tag, attributes(element, tag));
            verbatim += tag.equals("pre") ? 1 : 0;
        }
    }

    private void close(Element element) {
        String tag = started.pop();
        if (tag.isEmpty()) {
            out.boundary(Dom.lines(element), marks.peek());
        } else {
            out.end(tag);
            verbatim -= tag.equals("pre") ? 1 : 0;
        }
    }

    private static String name(Element element) {
        String tag = element.normalName();
        if (tag.equals("body")) {
            return "";
        }
        return KEPT.contains(tag) ? tag : RENAMED.getOrDefault(tag, "div");
    }

    private static String attributes(Element element, String tag) {
        String own =
                switch (tag) {
                    case "td", "th" ->
                            attribute(element, "colspan", SPAN)
                                    + attribute(element, "rowspan", SPAN)
                                    + attribute(element, "scope", SCOPE);
                    case "ol" ->
                            attribute(element, "start", NUMBER)
                                    + (element.hasAttr("reversed") ? " reversed=\"reversed\"" : "");
                    case "li" -> attribute(element, "value", NUMBER);
                    default -> "";
                };
        return own + Marks.languageOf(element);
    }

    private static String attribute(Element element, String name, Pattern pattern) {
        String value = element.attr(name);
        return pattern.matcher(value).matches() ? Marks.attribute(name, value) : "";
    }
}
