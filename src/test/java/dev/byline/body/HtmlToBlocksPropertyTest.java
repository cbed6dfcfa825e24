package dev.byline.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("HTML of any kind becomes valid blocks with all its words")
class HtmlToBlocksPropertyTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    /** How many characters an endless document has; -Dbyline.html.size=1000000 for more. */
    static final int SIZE = Integer.getInteger("byline.html.size", 400_000);

    private static final int MILLION = 1_000_000;

    record Holder(List<@Valid Block> body) {}

    @Test
    @DisplayName("2,000 random documents: the same words, none lost, none added")
    void random() {
        RandomHtml generator = new RandomHtml(new Random(20260301));
        for (int i = 0; i < 2_000; i++) {
            String html = generator.document(1 + i % 60);
            List<Block> blocks = HtmlToBlocks.convert(html);
            assertThat(Visible.words(blocks, false))
                    .as("document %d: %s became %s", i, html, blocks)
                    .isEqualTo(Visible.words(html));
            assertThat(VALIDATOR.validate(new Holder(blocks))).as(html).isEmpty();
            assertThat(Sanitiser.clean(blocks)).as(html).isEqualTo(blocks);
        }
    }

    @Test
    @DisplayName("what no block may hold is cut or falls back to paragraphs, never refused or lost")
    void limits() {
        String sentence = "many words & <b>more</b> of them ";
        for (String html :
                List.of(
                        "<p>" + sentence.repeat(3_000) + "</p>",
                        "<p>" + "字".repeat(50_000) + "</p>",
                        "<h2>" + sentence.repeat(50) + "</h2>",
                        "<ul>" + "<li>item</li>".repeat(1_200) + "</ul>",
                        "<ul><li>" + sentence.repeat(3_000) + "</li></ul>",
                        "<blockquote>" + sentence.repeat(3_000) + "<cite>x</cite></blockquote>",
                        "<blockquote>x<cite>" + sentence.repeat(50) + "</cite></blockquote>",
                        "<table>" + "<tr><td>a</td><td>b</td></tr>".repeat(700) + "</table>",
                        "<table><tr>" + "<td>cell</td>".repeat(70) + "</tr></table>",
                        "<table><tr><td>" + sentence.repeat(300) + "</td></tr></table>",
                        "<table><caption>" + sentence.repeat(50) + "</caption><tr><td>a</table>",
                        "<pre>" + sentence.repeat(9_000) + "</pre>")) {
            List<Block> blocks = HtmlToBlocks.convert(html);
            assertThat(VALIDATOR.validate(new Holder(blocks))).isEmpty();
            assertThat(String.join("", Visible.words(blocks, false)))
                    .isEqualTo(String.join("", Visible.words(html)));
        }
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({
        "<div>, 10000, ''",
        "<div>, 200000, ''",
        "<b>, 10000, ''",
        "<ul><li>, 100000, ''",
        "<blockquote>, 80000, ''",
        "<table><tr><td>, 60000, ''",
        "<b><table>, 80000, ''",
        "<p>x , 250000, x",
        "<p><b>x</b> , 80000, x",
        "<p><i>, 160000, ''",
        "<a href=https://x.example/y>z<p>, 30000, z",
        "'<!-- x -->', 90000, ''",
        "<dl><dt>x<dd>, 60000, x",
        "'&lt;', 250000, '<'",
        "<TABLE><b>, 80000, ''",
        "a.a.a.a.<b>a</b>, 60000, a",
        "<blockquote>x<br><br><br>—<cite>y</cite></blockquote>, 15000, y",
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>x, 17000, x",
    })
    @DisplayName("trouble without end, given by the megabyte: no stack overflow, no blow-up")
    void endless(String part, int times, String text) throws InterruptedException {
        bounded("start " + part.repeat((int) ((long) times * SIZE / MILLION)) + " end", text);
    }

    @Test
    @DisplayName("formatting left open, and long links around many paragraphs, don't multiply")
    void amplification() throws InterruptedException {
        StringBuilder open = new StringBuilder("start <p>");
        for (String tag : "b big code em font i s small strike strong tt u".split(" ")) {
            open.append('<').append(tag).append('>');
        }
        assertThat(Dom.parse(open + "</p>" + "<p>x".repeat(100_000)).getAllElements())
                .hasSizeLessThan(250_000);
        bounded(open + "</p>" + "<p>x".repeat(100_000) + "<b ".repeat(100_000) + "> end", "x");
        bounded(
                "start<blockquote>x" + "<br>".repeat(240_000) + "—<cite>y</cite></blockquote>end",
                "y");
        String link = "start <a href='https://x.example/" + "y".repeat(1_900) + "'>";
        List<Block> blocks = bounded(link + "<p>x".repeat(100_000) + "</a> end", "x");
        assertThat(blocks.toString()).hasSizeLessThan(10_000_000);
    }

    /**
     * On a stack as small as the run command's, well inside ten times the time that is promised.
     */
    private static List<Block> bounded(String html, String text) throws InterruptedException {
        AtomicReference<List<Block>> result = new AtomicReference<>();
        AtomicLong cpu = new AtomicLong();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            result.set(HtmlToBlocks.convert(html));
                            cpu.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                        },
                        "small",
                        256 * 1024);
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
        assertThat(PlainText.of(result.get())).startsWith("start").contains(text).endsWith("end");
        assertThat(Duration.ofNanos(cpu.get())).isLessThan(Duration.ofSeconds(10));
        return result.get();
    }
}
