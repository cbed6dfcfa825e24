package dev.byline.comment.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Plain text as HTML")
class CommentHtmlTest {

    private static final String REL = " rel=\"ugc nofollow noopener\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a | <p>a</p>",
                "a & b < c > d \" e ''' f | <p>a &amp; b &lt; c &gt; d &quot; e &#39; f</p>",
                "https://example.org. | <p><a href=\"https://example.org\"{}>https://example.org</a>.</p>",
                "(http://example.org/a_(b)) | <p>(<a href=\"http://example.org/a_(b)\"{}>http://example.org/a_(b)</a>)</p>",
                "javascript:alert(1) | <p>javascript:alert(1)</p>",
                "https:// | <p>https://</p>",
                "https://u:p@example.org/ | <p>https://u:p@example.org/</p>",
                "xhttps://example.org | <p>xhttps://example.org</p>"
            })
    @DisplayName("escapes, and links only complete addresses")
    void lines(String text, String html) {
        assertThat(CommentHtml.of(text.replace("'''", "'"))).isEqualTo(html.replace("{}", REL));
    }

    @Test
    @DisplayName("makes paragraphs of blocks and breaks of lines")
    void paragraphs() {
        assertThat(CommentHtml.of("one\ntwo\n \n\n\nthree"))
                .isEqualTo("<p>one<br>two</p><p>three</p>");
    }

    @Test
    @DisplayName("has no element but p, br and a, and no attribute of the writer's, whatever comes")
    void property() {
        List<String> pieces =
                List.of(
                        "<script>",
                        "</p>",
                        "<img src=x onerror=alert(1)>",
                        "\"",
                        "'",
                        "&lt;",
                        "<!--",
                        "https://example.org/",
                        "http://",
                        "javascript:",
                        "\n\n",
                        "\n",
                        " ",
                        "onclick=",
                        "]]>",
                        "<svg/onload=alert(1)>",
                        "&#x3c;",
                        "\u202e",
                        "\u2028",
                        "`",
                        "data:text/html,",
                        "https://a.b/\"onmouseover=\"alert(1)",
                        "https://a.b/'><b>",
                        "\\",
                        "%3Cscript%3E");
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }

            safe(text.toString());
        }
    }

    @Test
    @DisplayName("has none of them for any payload of the lists")
    void payloads() throws IOException {
        List<String> payloads =
                Files.readAllLines(Path.of("src", "test", "resources", "body", "xss.txt"));

        assertThat(payloads).hasSizeGreaterThan(50);
        payloads.forEach(
                payload -> {
                    safe(payload);
                    safe("https://example.org/" + payload);
                });
    }

    private static void safe(String text) {
        Document html = Jsoup.parseBodyFragment(CommentHtml.of(text));
        for (Element element : html.body().getAllElements()) {
            if (element == html.body()) {
                continue;
            }
            assertThat(element.normalName()).as(text).isIn("p", "br", "a");
            if (element.normalName().equals("a")) {
                assertThat(element.attr("href")).as(text).matches("https?://[^\\s\"'<>]+");
                assertThat(element.attr("rel")).isEqualTo("ugc nofollow noopener");
                assertThat(element.attributes()).hasSize(2);
            } else {
                assertThat(element.attributes()).as(text).isEmpty();
            }
        }
    }
}
