package dev.byline.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The inline formatting in force at a point of a document, outermost first, no element twice: so
 * nothing can grow when it is closed and reopened around blocks.
 */
record Marks(List<Mark> list) {

    /** One inline element with its attributes as they are written. */
    record Mark(String tag, String attributes) {}

    static final Marks NONE = new Marks(List.of());

    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern DIRECTION = Pattern.compile("ltr|rtl|auto");
    private static final Pattern TIME = Pattern.compile("[-+:.0-9TZPWYMDHS ]{1,40}");
    private static final Pattern SHORT = Pattern.compile("[^\\p{Cntrl}]{1," + Block.MAX_LINE + "}");
    private static final Map<String, Pattern> STYLES =
            Stream.of(
                            "font-weight",
                            "font-style",
                            "text-decoration",
                            "text-decoration-line",
                            "vertical-align")
                    .collect(
                            Collectors.toMap(
                                    name -> name,
                                    name ->
                                            Pattern.compile(
                                                    "(?:^|;)\\s*" + name + "\\s*:([^;!]*)")));
    private static final Set<String> LINK_TYPES =
            Set.of("nofollow", "sponsored", "ugc", "noopener", "noreferrer");
    private static final Map<String, String> ALIASES =
            Map.of("strike", "s", "tt", "code", "samp", "code", "kbd", "code", "acronym", "abbr");
    private static final Set<String> PLAIN =
            Set.of(
                    "b", "strong", "i", "em", "u", "s", "del", "ins", "code", "sub", "sup", "small",
                    "mark", "cite", "q", "bdi", "ruby", "rt", "rp");

    /** What is in force inside an element. */
    Marks inside(Element element) {
        String tag = ALIASES.getOrDefault(element.normalName(), element.normalName());
        Marks marks = this;
        if (tag.equals("a")) {
            String href = Urls.link(element.attr("href"));
            marks =
                    href == null
                            ? marks
                            : marks.without("a").with("a", attribute("href", href) + rel(element));
        } else if (tag.equals("abbr") && SHORT.matcher(element.attr("title")).matches()) {
            marks = marks.with("abbr", attribute("title", element.attr("title")));
        } else if (tag.equals("time") && TIME.matcher(element.attr("datetime")).matches()) {
            marks = marks.with("time", attribute("datetime", element.attr("datetime")));
        } else if (PLAIN.contains(tag)) {
            marks = marks.with(tag, "");
        }
        return marks.language(element).style(element);
    }

    Marks with(String tag, String attributes) {
        if (has(tag) || alike(tag)) {
            return this;
        }
        List<Mark> more = new ArrayList<>(list);
        more.add(new Mark(tag, attributes));
        return new Marks(List.copyOf(more));
    }

    Marks without(String... tags) {
        List<String> gone = List.of(tags);
        if (list.stream().noneMatch(mark -> gone.contains(mark.tag()))) {
            return this;
        }
        return new Marks(list.stream().filter(mark -> !gone.contains(mark.tag())).toList());
    }

    /** What a style attribute says in pasted text, where spans stand for elements. */
    Marks style(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT);
        if (style.isEmpty()) {
            return this;
        }
        Marks marks = this;
        String weight = property(style, "font-weight");
        if (weight.matches("bold|bolder|[6-9]00")) {
            marks = marks.with("strong", "");
        } else if (weight.matches("normal|lighter|[1-4]00")) {
            marks = marks.without("b", "strong");
        }
        String slant = property(style, "font-style");
        if (slant.matches("italic|oblique")) {
            marks = marks.with("em", "");
        } else if (slant.equals("normal")) {
            marks = marks.without("i", "em");
        }
        String line = property(style, "text-decoration") + property(style, "text-decoration-line");
        // A link is underlined anyway; Google Docs says so in a span inside each.
        marks = line.contains("underline") && !marks.has("a") ? marks.with("u", "") : marks;
        marks = line.contains("line-through") ? marks.with("s", "") : marks;
        return switch (property(style, "vertical-align")) {
            case "super" -> marks.with("sup", "");
            case "sub" -> marks.with("sub", "");
            default -> marks;
        };
    }

    private Marks language(Element element) {
        String attributes = languageOf(element);
        return attributes.isEmpty() ? this : without("span").with("span", attributes);
    }

    private static String property(String style, String name) {
        Matcher matcher = STYLES.get(name).matcher(style);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    /** Only what tells machines how to treat a link, in one order. */
    private static String rel(Element link) {
        Set<String> rel =
                new TreeSet<>(List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")));
        rel.retainAll(LINK_TYPES);
        if (link.hasAttr("target")) {
            rel.add("noopener");
        }
        return rel.isEmpty() ? "" : attribute("rel", String.join(" ", rel));
    }

    /** How many marks from the outermost on are the same in both. */
    int shared(Marks other) {
        int max = Math.min(list.size(), other.list.size());
        int i = 0;
        while (i < max && list.get(i).equals(other.list.get(i))) {
            i++;
        }
        return i;
    }

    /** lang and dir as they may be written. */
    static String languageOf(Element element) {
        String lang = element.attr("lang");
        String dir = element.attr("dir").toLowerCase(Locale.ROOT);
        return (LANGUAGE.matcher(lang).matches() ? attribute("lang", lang) : "")
                + (DIRECTION.matcher(dir).matches() ? attribute("dir", dir) : "");
    }

    static String attribute(String name, String value) {
        return " " + name + "=\"" + Markup.escaped(value).replace("\"", "&quot;") + "\"";
    }

    private boolean has(String tag) {
        return list.stream().anyMatch(mark -> mark.tag().equals(tag));
    }

    /** b inside strong says nothing new. */
    private boolean alike(String tag) {
        return switch (tag) {
            case "b" -> has("strong");
            case "strong" -> has("b");
            case "i" -> has("em");
            case "em" -> has("i");
            default -> false;
        };
    }
}
