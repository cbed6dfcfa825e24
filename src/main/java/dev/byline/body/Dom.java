package dev.byline.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** Reads HTML as browsers do, in memory and time that grow with the input and not faster. */
final class Dom {

    /** No article has that many, and the parser's time is quadratic in nested ones. */
    private static final int MAX_TABLES = 1_000;

    private static final Pattern TABLE = Pattern.compile("(?i)<table");
    private static final Pattern TABLE_TAG =
            Pattern.compile(
                    "(?i)<(/?)(?:table|caption|colgroup|col|tbody|thead|tfoot|tr|td|th)(?=[\\s/>])");
    private static final Pattern FORMATTING_TAG =
            Pattern.compile(
                    "(?i)</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\\s/>])[^<>]*+>?");

    private static final Set<String> INVISIBLE =
            Set.of(
                    "script",
                    "style",
                    "template",
                    "noscript",
                    "head",
                    "title",
                    "meta",
                    "link",
                    "base",
                    "noembed",
                    "noframes",
                    "iframe",
                    "frame",
                    "frameset",
                    "audio",
                    "video",
                    "canvas",
                    "object",
                    "applet",
                    "embed",
                    "svg",
                    "datalist",
                    "annotation",
                    "annotation-xml",
                    "param",
                    "source",
                    "track",
                    "xml",
                    "img",
                    "input",
                    "area",
                    "col",
                    "colgroup",
                    "wbr");
    private static final Set<String> PARAGRAPHS =
            Set.of(
                    "p",
                    "blockquote",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "dl",
                    "table",
                    "figure",
                    "pre",
                    "hr",
                    "listing",
                    "xmp",
                    "plaintext");
    private static final Set<String> LINES =
            Set.of(
                    "address",
                    "article",
                    "aside",
                    "body",
                    "caption",
                    "center",
                    "dd",
                    "details",
                    "dialog",
                    "dir",
                    "div",
                    "dt",
                    "fieldset",
                    "figcaption",
                    "footer",
                    "form",
                    "header",
                    "hgroup",
                    "html",
                    "legend",
                    "li",
                    "main",
                    "marquee",
                    "menu",
                    "nav",
                    "optgroup",
                    "option",
                    "search",
                    "section",
                    "select",
                    "summary",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr");

    private static final Pattern LEVEL = Pattern.compile("mso-list\\s*:\\s*\\S+\\s+level(\\d)");
    private static final Pattern NUMBERED = Pattern.compile("\\(?[0-9a-zA-Z]{1,5}[.)]");

    private Dom() {}

    static Element parse(String html) {
        String source = Sanitiser.text(html);
        if (TABLE.matcher(source).results().limit(MAX_TABLES + 1).count() > MAX_TABLES) {
            source = TABLE_TAG.matcher(source).replaceAll("<$1div");
        }
        // Formatting left open is opened again in every later paragraph: a short text can become a
        // tree of millions. The parser is stopped long before, and such a text read without it.
        int expected = 2 * (int) source.chars().filter(c -> c == '<').count() + 1_000;
        Element body = parse(source, expected);
        return body != null
                ? body
                : parse(FORMATTING_TAG.matcher(source).replaceAll(""), Integer.MAX_VALUE);
    }

    private static Element parse(String source, int limit) {
        Element body = new Element("body");
        try (StreamParser parser = new StreamParser(Parser.htmlParser())) {
            parser.parseFragment(source, new Element("body"), "");
            int elements = 0;
            for (Iterator<Element> all = parser.iterator(); all.hasNext(); all.next()) {
                if (++elements > limit) {
                    return null;
                }
            }
            body.appendChildren(parser.completeFragment());
            return body;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static boolean invisible(Element element) {
        return INVISIBLE.contains(element.normalName());
    }

    static boolean block(Element element) {
        return lines(element) > 0;
    }

    /** How many line breaks stand for an element's edge: 2 an empty line, 0 none. */
    static int lines(Element element) {
        String tag = element.normalName();
        return PARAGRAPHS.contains(tag) ? 2 : LINES.contains(tag) ? 1 : 0;
    }

    /** The text a node itself shows. */
    static String text(Node node) {
        if (node instanceof TextNode text) {
            return text.getWholeText();
        }
        boolean shown =
                node instanceof DataNode
                        && node.parent() instanceof Element parent
                        && !invisible(parent);
        return shown ? ((DataNode) node).getWholeData() : "";
    }

    static boolean preformatted(Element element) {
        return Set.of("pre", "listing", "xmp", "plaintext").contains(element.normalName());
    }

    static boolean any(Element root, Predicate<Element> condition) {
        return NodeTraversor.filter(
                        (node, depth) ->
                                node instanceof Element e && condition.test(e)
                                        ? FilterResult.STOP
                                        : FilterResult.CONTINUE,
                        root)
                == FilterResult.STOP;
    }

    /** Whether its text and the shortest tags for its elements are longer than that. */
    static boolean longer(Element root, int limit) {
        int[] length = {0};
        return NodeTraversor.filter(
                        (node, depth) -> {
                            length[0] += node instanceof Element ? 7 : text(node).length();
                            return length[0] > limit ? FilterResult.STOP : FilterResult.CONTINUE;
                        },
                        root)
                == FilterResult.STOP;
    }

    /**
     * Turns what Word pastes for a list back into one, and drops what it and Google Docs say about
     * every run of text, whether it differs or not.
     */
    static void tidyPaste(Element body) {
        if (body.selectFirst("[id^=docs-internal-guid]") != null) {
            body.select("[dir=ltr]").removeAttr("dir");
        }
        if (body.selectFirst("[class^=Mso], [style*=mso-]") == null) {
            return;
        }
        body.select("[lang]").forEach(element -> element.removeAttr("lang"));
        List<Element> run = new ArrayList<>();
        for (Element paragraph : body.select("p")) {
            boolean item = wordLevel(paragraph) > 0;
            if (!run.isEmpty()
                    && !(item && paragraph.previousElementSibling() == run.get(run.size() - 1))) {
                wordList(run);
                run.clear();
            }
            if (item) {
                run.add(paragraph);
            }
        }
        if (!run.isEmpty()) {
            wordList(run);
        }
    }

    /** Only flat lists: in a deeper one the markers stay and say how it was numbered. */
    private static void wordList(List<Element> run) {
        if (run.stream().anyMatch(paragraph -> wordLevel(paragraph) != 1)) {
            return;
        }
        Element marker = wordMarker(run.get(0));
        boolean ordered = marker != null && NUMBERED.matcher(marker.text().strip()).matches();
        Element list = new Element(ordered ? "ol" : "ul");
        run.get(0).before(list);
        for (Element paragraph : run) {
            Element dropped = wordMarker(paragraph);
            if (dropped != null) {
                dropped.remove();
            }
            paragraph.remove();
            list.appendElement("li").appendChildren(List.copyOf(paragraph.childNodes()));
        }
    }

    private static Element wordMarker(Element paragraph) {
        return paragraph.select("span").stream()
                .filter(span -> style(span).replace(" ", "").startsWith("mso-list:ignore"))
                .findFirst()
                .orElse(null);
    }

    private static int wordLevel(Element paragraph) {
        Matcher matcher = LEVEL.matcher(style(paragraph));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).strip();
    }
}
