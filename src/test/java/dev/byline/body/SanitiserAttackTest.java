package dev.byline.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Against attacks the sanitiser")
class SanitiserAttackTest {

    private static final Set<String> INLINE =
            Set.of(
                    "a", "em", "strong", "b", "i", "u", "s", "del", "ins", "code", "sub", "sup",
                    "br", "small", "mark", "abbr", "cite", "q", "span", "time", "bdi", "ruby", "rt",
                    "rp");
    private static final Set<String> BLOCKS =
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
                    "div",
                    "hr");
    private static final Map<String, Set<String>> ATTRIBUTES =
            Map.of(
                    "a", Set.of("href", "rel"),
                    "abbr", Set.of("title"),
                    "time", Set.of("datetime"),
                    "td", Set.of("colspan", "rowspan", "scope"),
                    "th", Set.of("colspan", "rowspan", "scope"),
                    "ol", Set.of("start", "reversed"),
                    "li", Set.of("value"));

    private static final List<String> PAYLOADS = Visible.fixture("xss.txt").lines().toList();

    @Test
    @DisplayName("lets nothing outside the allow-list through, and changes nothing the second time")
    void payloads() {
        assertThat(PAYLOADS).hasSizeGreaterThan(200);
        for (String payload : PAYLOADS) {
            assertSafe(payload);
            assertSafe("<p>before " + payload + " after</p>");
            assertSafe("<table><tr><td>" + payload + "</td></tr></table>");
        }
    }

    @Test
    @DisplayName("holds for every blank and control character in and around a scheme")
    void schemes() {
        for (int c = 0; c <= 0x20; c++) {
            for (String scheme : List.of("javascript:alert(1)", "data:text/html,x", "vbscript:x")) {
                for (String spelling :
                        List.of("&#" + c + ";", "&#x" + Integer.toHexString(c), "" + (char) c)) {
                    String middle = scheme.substring(0, 4) + spelling + scheme.substring(4);
                    for (String url :
                            List.of(
                                    spelling + scheme,
                                    middle,
                                    scheme.replace(":", spelling + ":"))) {
                        String link = "<a href=\"" + url + "\">x</a>";
                        assertThat(Sanitiser.inline(link)).doesNotContain("<");
                        assertThat(Sanitiser.html(link)).doesNotContain("<");
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("holds for 6,000 random mixtures of payloads and markup")
    void mutations() {
        Random random = new Random(8);
        RandomHtml generator = new RandomHtml(random);
        for (int i = 0; i < 6_000; i++) {
            StringBuilder html = new StringBuilder(generator.document(random.nextInt(20)));
            for (int cut = 0; cut < 3; cut++) {
                String payload = generator.pick(PAYLOADS);
                int from = random.nextInt(payload.length());
                int at = random.nextInt(html.length() + 1);
                html.insert(at, random.nextBoolean() ? payload : payload.substring(from));
            }
            assertSafe(html.toString());
        }
    }

    private static void assertSafe(String html) {
        String inline = Sanitiser.inline(html);
        assertThat(unsafe(inline, INLINE)).as("%s became %s", html, inline).isEmpty();
        assertThat(Sanitiser.inline(inline)).as(html).isEqualTo(inline);

        Set<String> all = new HashSet<>(INLINE);
        all.addAll(BLOCKS);
        String block = Sanitiser.html(html);
        assertThat(unsafe(block, all)).as("%s became %s", html, block).isEmpty();
        assertThat(Sanitiser.html(block)).as(html).isEqualTo(block);
    }

    /** Whatever a browser would find in it that isn't allowed. */
    private static List<String> unsafe(String html, Set<String> elements) {
        List<String> found = new ArrayList<>();
        Element body = Jsoup.parseBodyFragment(html).body();
        for (Element element : body.getAllElements()) {
            String tag = element.normalName();
            if (element != body && !elements.contains(tag)) {
                found.add("<" + tag + ">");
            }
            for (Attribute attribute : element.attributes()) {
                boolean known =
                        Set.of("lang", "dir").contains(attribute.getKey())
                                || ATTRIBUTES
                                        .getOrDefault(tag, Set.of())
                                        .contains(attribute.getKey());
                String value = attribute.getValue();
                boolean scheme =
                        !attribute.getKey().equals("href")
                                || value.matches("(https?://[^\\s/?#]|mailto:\\S|tel:[+0-9(%]).*");
                boolean printable = value.codePoints().noneMatch(Character::isISOControl);
                if (!known || !scheme || !printable) {
                    found.add(attribute.toString());
                }
            }
            element.childNodes().stream()
                    .filter(node -> node instanceof Comment || node instanceof DataNode)
                    .forEach(node -> found.add(node.toString()));
        }
        return found;
    }
}
