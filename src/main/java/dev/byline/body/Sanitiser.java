package dev.byline.body;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * Makes HTML safe to store and to serve: an allow-list of elements, attributes and addresses, in
 * one canonical spelling, so that cleaning twice changes nothing.
 */
public final class Sanitiser {

    /** Stored with what it cleaned: older text can be found and cleaned again. */
    public static final int VERSION = 1;

    private static final int ROUNDS = 5;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{2,40}");
    private static final Pattern DIRECTION = Pattern.compile("ltr|rtl|auto");
    private static final Pattern TIME = Pattern.compile("[-+:.0-9TZPWYMDHS ]{1,40}");
    private static final Pattern REL = Pattern.compile("[a-z ]{1,60}");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,6}");

    private static final AttributePolicy URL = (element, attribute, value) -> Urls.link(value);

    private static final PolicyFactory INLINE =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "a", "em", "strong", "b", "i", "u", "s", "del", "ins", "code", "sub",
                            "sup", "br", "small", "mark", "abbr", "cite", "q", "span", "time",
                            "bdi", "ruby", "rt", "rp")
                    .allowUrlProtocols("http", "https", "mailto", "tel")
                    .allowAttributes("href")
                    .matching(URL)
                    .onElements("a")
                    .allowAttributes("rel")
                    .matching(REL)
                    .onElements("a")
                    .skipRelsOnLinks("noopener", "noreferrer")
                    .allowAttributes("title")
                    .onElements("abbr")
                    .allowAttributes("datetime")
                    .matching(TIME)
                    .onElements("time")
                    .allowAttributes("lang")
                    .matching(LANGUAGE)
                    .globally()
                    .allowAttributes("dir")
                    .matching(DIRECTION)
                    .globally()
                    .toFactory();

    private static final PolicyFactory BLOCKS =
            INLINE.and(
                    new HtmlPolicyBuilder()
                            .allowElements(
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
                                    "div",
                                    "hr")
                            .allowAttributes("colspan", "rowspan")
                            .matching(INTEGER)
                            .onElements("td", "th")
                            .allowAttributes("scope")
                            .matching(REL)
                            .onElements("td", "th")
                            .allowAttributes("start")
                            .matching(INTEGER)
                            .onElements("ol")
                            .allowAttributes("reversed")
                            .matching(Pattern.compile("reversed"))
                            .onElements("ol")
                            .allowAttributes("value")
                            .matching(INTEGER)
                            .onElements("li")
                            .toFactory());

    private Sanitiser() {}

    /** The same blocks, each with its HTML sanitised. */
    public static List<Block> clean(List<Block> blocks) {
        return blocks.stream().map(Block::cleaned).toList();
    }

    /**
     * Inline HTML: links, emphasis, code, sub and sup, breaks and their kin. Elements that may not
     * stand there leave their text, blocks a line break.
     */
    public static String inline(String html) {
        return stable(
                html,
                source -> {
                    Markup out = new Markup(Markup.budget(source));
                    if (source.indexOf('<') < 0 && source.indexOf('&') < 0) {
                        out.text(source, Marks.NONE);
                        return out.take();
                    }
                    Reading.inline(Dom.parse(source), out, Marks.NONE);
                    return enforce(INLINE, out.take());
                });
    }

    /**
     * Block-level HTML: the inline elements and paragraphs, lists, tables, quotes, figures, code.
     */
    public static String html(String html) {
        return stable(
                html,
                source -> {
                    Markup out = new Markup(Markup.budget(source));
                    Reading.tree(Dom.parse(source), out, Marks.NONE);
                    return enforce(BLOCKS, out.take());
                });
    }

    /**
     * Plain text as it is, without what no text has: control characters other than newline and tab,
     * half surrogate pairs, Unicode's non-characters. Line ends become newlines.
     */
    public static String text(String text) {
        if (text == null || text.chars().noneMatch(Sanitiser::suspect)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Sanitiser::allowed)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean suspect(int c) {
        return !allowed(c);
    }

    private static boolean allowed(int c) {
        if (c < ' ') {
            return c == '\n' || c == '\t';
        }
        boolean control = c >= 0x7f && c <= 0x9f;
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean never = c >= 0xfdd0 && c <= 0xfdef || (c & 0xfffe) == 0xfffe;
        return !control && !half && !never;
    }

    /**
     * Cleans until another round would change nothing, which makes the result a fixed point by
     * construction; what doesn't settle is kept as text.
     */
    private static String stable(String html, UnaryOperator<String> round) {
        if (html == null) {
            return null;
        }
        String before = html;
        for (int i = 0; i < ROUNDS; i++) {
            String after = round.apply(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        Markup plain = new Markup(Markup.budget(""));
        plain.text(String.join("\n", PlainText.lines(before)), Marks.NONE);
        return plain.take();
    }

    /** Whatever was written before, only what the policy lets through is ever stored. */
    private static String enforce(PolicyFactory policy, String html) {
        Renderer renderer = new Renderer();
        HtmlSanitizer.sanitize(html, policy.apply(renderer));
        return renderer.out.toString();
    }

    /**
     * Writes what the policy lets through with few escapes, for readers' apps: the library's own
     * renderer writes = as &amp;#61; and comments between braces.
     */
    private static final class Renderer implements HtmlStreamEventReceiver {
        private final StringBuilder out = new StringBuilder();

        @Override
        public void openDocument() {}

        @Override
        public void closeDocument() {}

        @Override
        public void openTag(String element, List<String> attributes) {
            out.append('<').append(element);
            for (int i = 0; i < attributes.size(); i += 2) {
                out.append(Marks.attribute(attributes.get(i), attributes.get(i + 1)));
            }
            out.append('>');
        }

        @Override
        public void closeTag(String element) {
            if (!element.equals("br") && !element.equals("hr")) {
                out.append("</").append(element).append('>');
            }
        }

        @Override
        public void text(String text) {
            out.append(Markup.escaped(Sanitiser.text(text)));
        }
    }
}
