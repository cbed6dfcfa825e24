package dev.byline.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/**
 * Turns HTML from editors, word processors and other systems into blocks without losing a word or
 * the order of words.
 *
 * <ul>
 *   <li>Nested lists, lists with more than text in an item, tables that are no grid, definition
 *       lists, preformatted text and quotes that hold more than paragraphs keep their structure in
 *       one {@code html} block. Should that be too long or too deep, its text becomes paragraphs.
 *   <li>A {@code footer} or {@code cite} that ends a blockquote, or the caption of its figure, is
 *       its {@code cite}.
 *   <li>Frames become embeds, after the block when they stood inside a list, table or quote; so
 *       does a paragraph that is only the address of something that can be shown.
 *   <li>Pictures are media, not text: they are dropped, their captions are kept as paragraphs.
 *   <li>Two line breaks begin a paragraph, as does a length that no block may have.
 * </ul>
 */
public final class HtmlToBlocks {

    /** Deeper than any article; elements below are read for their text only. */
    private static final int DEEPEST = 100;

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");
    private static final Pattern LEADING_DASH = Pattern.compile("^[\\s~\u2012-\u2015-]+");

    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Marks> marks = new ArrayDeque<>(List.of(Marks.NONE));
    private final AtomicInteger budget;
    private final Markup paragraph;

    private HtmlToBlocks(String html) {
        budget = Markup.budget(html);
        paragraph =
                new Markup(
                        budget,
                        text ->
                                blocks.add(
                                        Embeds.alone(text)
                                                .orElseGet(() -> new Block.Paragraph(text))));
    }

    /** The blocks of a document or fragment, sanitised; none when it says nothing. */
    public static List<Block> convert(String bodyHtml) {
        if (bodyHtml == null || bodyHtml.isBlank()) {
            return List.of();
        }
        Element body = Dom.parse(bodyHtml);
        Dom.tidyPaste(body);
        HtmlToBlocks reader = new HtmlToBlocks(bodyHtml);
        NodeTraversor.filter(reader.new Walk(), body);
        reader.paragraph.flush();
        return Sanitiser.clean(reader.blocks);
    }

    /** Reads an element as one block; false when it is only a container or fits in none. */
    private boolean whole(Element element) {
        return switch (element.normalName()) {
            case "hr" -> blocks.add(new Block.Divider());
            case "h1", "h2" -> heading(element, 2);
            case "h3" -> heading(element, 3);
            case "h4", "h5", "h6" -> heading(element, 4);
            case "blockquote" -> quote(element, null) || raw(element);
            case "figure" -> figure(element);
            case "ul", "ol", "menu", "dir" ->
                    add(Flat.list(element, marks.peek(), budget)) || raw(element);
            case "table" ->
                    !element.attr("role").equals("presentation")
                            && (add(Flat.table(element, marks.peek(), budget)) || raw(element));
            case "dl", "pre", "listing", "xmp", "plaintext" -> raw(element);
            default -> false;
        };
    }

    private boolean heading(Element element, int level) {
        String text = Flat.structured(element) ? null : Reading.line(element);
        return text != null
                && text.length() <= Block.MAX_LINE
                && (text.isEmpty() || blocks.add(new Block.Heading(level, text)));
    }

    private boolean figure(Element figure) {
        List<Element> children =
                figure.children().stream().filter(child -> !Dom.invisible(child)).toList();
        boolean quote = !children.isEmpty() && children.get(0).normalName().equals("blockquote");
        boolean captioned =
                children.size() == 2 && children.get(1).normalName().equals("figcaption");
        return quote
                && figure.ownText().isBlank()
                && (children.size() == 1 || captioned)
                && quote(children.get(0), captioned ? children.get(1) : null);
    }

    private boolean quote(Element element, Element caption) {
        String all = Reading.line(element);
        Optional<Block> post = caption == null ? Embeds.post(element, all) : Optional.empty();
        if (post.isPresent()) {
            return blocks.add(post.get());
        }
        Element source = caption == null ? source(element) : caption;
        String cite = source == null ? "" : name(source);
        boolean cited = !cite.isEmpty() && cite.length() <= Block.MAX_LINE;
        if (Flat.structured(element) || caption != null && !cited) {
            return false;
        }
        Node rest = cited && caption == null ? without(element, source) : element;
        String html = inline(rest);
        html = cited ? undashed(html) : html;
        if (html.isEmpty()) {
            html = inline(element);
            cited = false;
        }
        if (html.length() > Block.MAX_HTML || html.isEmpty() && caption != null) {
            return false;
        }
        boolean large = (element.className() + element.parent().className()).contains("pullquote");
        String text = large ? String.join(" ", PlainText.lines(html)) : "";
        boolean pulled = large && !html.contains("<a ") && text.length() <= Block.MAX_TEXT;
        return html.isEmpty()
                || blocks.add(
                        pulled
                                ? new Block.Pullquote(text, cited ? cite : null)
                                : new Block.Quote(html, cited ? cite : null));
    }

    /** The footer or cite at the very end of a quote, or the paragraph around it. */
    private static Element source(Element quote) {
        for (int i = quote.childNodeSize() - 1; i >= 0; i--) {
            if (quote.childNode(i) instanceof Element element
                    && !Dom.invisible(element)
                    && !element.normalName().equals("br")) {
                Element cite = element.selectFirst("footer, cite");
                return cite != null && name(element).equals(name(cite)) ? element : null;
            }
            if (!Dom.text(quote.childNode(i)).isBlank()) {
                return null;
            }
        }
        return null;
    }

    /** A dash before a name is not part of it. */
    private static String name(Element source) {
        return LEADING_DASH.matcher(Reading.line(source)).replaceFirst("");
    }

    private static String undashed(String html) {
        int end = html.length();
        if (end == 0 || "\u2012\u2013\u2014\u2015".indexOf(html.charAt(end - 1)) < 0) {
            return html;
        }
        end--;
        while (html.startsWith("<br>", end - 4) || end > 0 && html.charAt(end - 1) <= ' ') {
            end -= html.charAt(end - 1) == '>' ? 4 : 1;
        }
        return html.substring(0, end);
    }

    private static Node without(Element element, Element part) {
        Element copy = element.clone();
        copy.childNode(part.siblingIndex()).remove();
        return copy;
    }

    /** Keeps the structure, unless it is too long or the sanitiser would drop a word of it. */
    private boolean raw(Element element) {
        if (Dom.longer(element, Block.MAX_RAW)) {
            return false;
        }
        Markup out = new Markup(budget);
        Reading.tree(element, out, marks.peek());
        String html = out.take();
        if (html.length() > Block.MAX_RAW) {
            return false;
        }
        String clean = Sanitiser.html(html);
        String text = words(PlainText.lines(clean));
        boolean kept = text.equals(words(PlainText.lines(element)));
        return clean.length() <= Block.MAX_RAW
                && kept
                && (text.isEmpty() || blocks.add(new Block.Html(clean)));
    }

    private static String words(List<String> lines) {
        return BLANKS.matcher(String.join(" ", lines)).replaceAll(" ").strip();
    }

    private boolean add(Optional<List<Block>> read) {
        return read.map(all -> blocks.addAll(all) || all.isEmpty()).orElse(false);
    }

    private String inline(Node node) {
        Markup out = new Markup(budget);
        Reading.inline(node, out, marks.peek());
        return out.take();
    }

    private void frames(Element element) {
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof Element e && Dom.invisible(e)) {
                        Embeds.frame(e).ifPresent(blocks::add);
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    return FilterResult.CONTINUE;
                },
                element);
    }

    /** Without recursion, for documents of any depth. */
    private final class Walk implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (!(node instanceof Element element)) {
                paragraph.text(Dom.text(node), marks.peek());
                return FilterResult.CONTINUE;
            }
            if (element.normalName().equals("br")) {
                paragraph.lineBreak(marks.peek());
                return FilterResult.SKIP_ENTIRELY;
            }
            if (Dom.invisible(element)) {
                if (element.normalName().equals("iframe")) {
                    paragraph.flush();
                    Embeds.frame(element).ifPresent(blocks::add);
                }
                return FilterResult.SKIP_ENTIRELY;
            }
            boolean block = Dom.block(element);
            if (block) {
                paragraph.flush();
                if (depth < DEEPEST && whole(element)) {
                    frames(element);
                    return FilterResult.SKIP_ENTIRELY;
                }
            }
            Marks inside = block ? marks.peek().style(element) : marks.peek().inside(element);
            marks.push(element.normalName().equals("summary") ? inside.with("strong", "") : inside);
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                marks.pop();
                if (Dom.block(element)) {
                    paragraph.flush();
                }
            }
            return FilterResult.CONTINUE;
        }
    }
}
