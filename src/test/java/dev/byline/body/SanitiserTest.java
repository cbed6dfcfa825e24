package dev.byline.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The sanitiser")
class SanitiserTest {

    /** As in the tests of the conversion. */
    private static final int SIZE = HtmlToBlocksPropertyTest.SIZE;

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '§',
            value = {
                "R&D, a=b, x@y, 1+1, `x`, \"q\" → R&amp;D, a=b, x@y, 1+1, `x`, \"q\"",
                "{{7*7}} ${7*7} → {{7*7}} ${7*7}",
                "&lt;b&gt; &eacute; &#39; → &lt;b&gt; é '",
                "<b>a</b> <b>b</b><b>c</b> → <b>a</b> <b>bc</b>",
                "<b>a<i>b</b>c</i> → <b>a<i>b</i></b><i>c</i>",
                "<p>one</p><p>two</p> → one<br><br>two",
                "<div>one</div>two → one<br>two",
                "line<br />break → line<br>break",
                "<a href=\"HTTPS://x.example/a(b)?c=d&e\" onclick=x>y</a> → <a href=\"https://x.example/a%28b%29?c=d&amp;e\">y</a>",
                "<a href=\"//x.example/y\">z</a> → <a href=\"https://x.example/y\">z</a>",
                "<a href=\"https://x.example\" target=_blank>y</a> → <a href=\"https://x.example\" rel=\"noopener\">y</a>",
                "<a href=\"https://x.example\" rel=\"sponsored opener nofollow\">y</a> → <a href=\"https://x.example\" rel=\"nofollow sponsored\">y</a>",
                "<a href=\"mailto:a@b.example\">y</a> → <a href=\"mailto:a@b.example\">y</a>",
                "<a href=\"/y\">relative</a> → relative",
                "<img src=x onerror=y>text<script>z</script> → text",
                "<span style=\"font-weight:bold\">x</span> → <strong>x</strong>",
                "<strike>x</strike><kbd>y</kbd> → <s>x</s><code>y</code>",
                "<span lang=\"fr\" class=x>oui</span> → <span lang=\"fr\">oui</span>",
            })
    @DisplayName("writes inline HTML in one spelling")
    void inline(String html, String expected) {
        assertThat(Sanitiser.inline(html)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '§',
            value = {
                "<h1 class=x>a</h1><h6>b</h6> → <h2>a</h2><h4>b</h4>",
                "<section><p>a</section> → <div><p>a</p></div>",
                "<ol start=3 type=a><li value=5>a</ol> → <ol start=\"3\"><li value=\"5\">a</li></ol>",
                "<li>orphan → <ul><li>orphan</li></ul>",
                "<b><p>a</p><p>b</p></b> → <p><b>a</b></p><p><b>b</b></p>",
                "<table border=1><tr><th scope=col>a<td colspan=2>b</table> → <table><tbody><tr><th scope=\"col\">a</th><td colspan=\"2\">b</td></tr></tbody></table>",
                "<p dir=rtl lang=ar>a</p><hr> → <p lang=\"ar\" dir=\"rtl\">a</p><hr>",
                "<iframe src=https://x.example></iframe><p>a → <p>a</p>",
            })
    @DisplayName("writes block HTML in one spelling")
    void html(String html, String expected) {
        assertThat(Sanitiser.html(html)).isEqualTo(expected);
    }

    @Test
    @DisplayName("keeps preformatted text as it stands")
    void preformatted() {
        assertThat(Sanitiser.html("<pre>\n  a\n\n\tb  <code>c</code>\n</pre>"))
                .isEqualTo("<pre>  a\n\n\tb  <code>c</code>\n</pre>");
    }

    @Test
    @DisplayName("drops control characters, half pairs and non-characters, and nothing else")
    void text() {
        assertThat(Sanitiser.text("a\u0000b\u0007c\u009fd\ud800e\ufffff\ufdd0g\u007f"))
                .isEqualTo("abcdefg");
        assertThat(Sanitiser.text("a\r\nb\rc\td")).isEqualTo("a\nb\nc\td");
        String kept = "<b>5 < 6 & \"x\"</b> \u200f\u200c👍🏽 é\u0301 \u00a0";
        assertThat(Sanitiser.text(kept)).isEqualTo(kept);
        assertThat(Sanitiser.text(null)).isNull();
        assertThat(Sanitiser.inline("a&#1;b&#x9f;c\u0000d&#xfffe;&#xd800;"))
                .matches(s -> s.codePoints().noneMatch(Character::isISOControl))
                .matches(s -> s.codePoints().noneMatch(c -> c == 0xfffe || c == 0xd800))
                .contains("a", "b", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<p>x",
                "<ul><li>",
                "<b><table>",
                "<p><i>x</p>",
                "<",
                "<svg><p>",
                "\u00a0 ",
                "<table>x",
                "<p style='font-weight:bold'>x"
            })
    @DisplayName("reads trouble without end in a time that grows with its length")
    void endless(String part) {
        String html = part.repeat(SIZE / part.length());
        for (UnaryOperator<String> sanitiser :
                List.<UnaryOperator<String>>of(Sanitiser::inline, Sanitiser::html)) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            String clean = sanitiser.apply(html);
            long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            // Ten times what it takes; blow-ups take minutes.
            assertThat(Duration.ofNanos(taken)).isLessThan(Duration.ofNanos(SIZE * 10_000L));
            assertThat(clean).hasSizeLessThan(SIZE * 20);
        }
    }

    @Test
    @DisplayName("keeps the words of HTML nested deeper than any browser shows it")
    void deep() {
        String html = "<b>".repeat(10_000) + "<ul><li>".repeat(10_000) + "word";
        assertThat(Sanitiser.inline(html)).isEqualTo("<b>word</b>");
        assertThat(Jsoup.parse(Sanitiser.html(html)).text()).isEqualTo("word");
    }

    @Test
    @DisplayName("cleans the HTML of every block and leaves plain text as it is")
    void blocks() {
        String bad = "<b>x</b><script>y</script>";
        String clean = "<b>x</b>";
        assertThat(
                        Sanitiser.clean(
                                List.of(
                                        new Block.Paragraph(bad),
                                        new Block.Heading(2, bad + "\u0000"),
                                        new Block.Quote(bad, bad),
                                        new Block.Pullquote(bad, bad),
                                        new Block.ItemList(true, List.of(bad, "")),
                                        new Table(bad, List.of(bad), List.of(List.of(bad))),
                                        new Block.Embed("web", "https://x.example/a(b)", bad),
                                        new Block.Embed("web", "javascript:alert(1)", null),
                                        new Block.Divider(),
                                        new Block.Html("<p>" + bad + "</p>"),
                                        new Block.Paragraph("<script>only</script>"))))
                .containsExactly(
                        new Block.Paragraph(clean),
                        new Block.Heading(2, bad),
                        new Block.Quote(clean, bad),
                        new Block.Pullquote(bad, bad),
                        new Block.ItemList(true, List.of(clean, "")),
                        new Table(bad, List.of(clean), List.of(List.of(clean))),
                        new Block.Embed("web", "https://x.example/a(b)", bad),
                        new Block.Embed("web", null, null),
                        new Block.Divider(),
                        new Block.Html("<p>" + clean + "</p>"),
                        new Block.Paragraph(""));
    }
}
