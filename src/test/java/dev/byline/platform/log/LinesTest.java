package dev.byline.platform.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.platform.log.Lines.Line;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lines of the access log")
class LinesTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.042Z");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static Line line(String method, String path, int status, long bytes) {
        return new Line(AT.toEpochMilli(), method, path, status, bytes, 17, TRACE);
    }

    private static String text(Lines lines) {
        return new String(lines.take(), US_ASCII);
    }

    @Test
    @DisplayName("tell method, path, status, size, time and trace, in the order of their coming")
    void line() {
        Lines lines = new Lines(10_000);
        lines.add(line("GET", "/v1/tags", 200, 1234567890123L));
        lines.add(line("HEAD", "/v1/articles/a-b", -1, 0));

        String time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS")
                        .withZone(ZoneId.systemDefault())
                        .format(AT);
        assertThat(text(lines).lines())
                .containsExactly(
                        time
                                + " INFO  [access] method=GET path=/v1/tags status=200"
                                + " bytes=1234567890123 ms=17 trace="
                                + TRACE,
                        time
                                + " INFO  [access] method=HEAD path=/v1/articles/a-b status=-"
                                + " bytes=0 ms=17 trace="
                                + TRACE);
        assertThat(text(lines)).isEmpty();
    }

    @Test
    @DisplayName("hold nothing by which a request could write a line of its own")
    void hostile() {
        Lines lines = new Lines(100_000);
        lines.add(
                line(
                        "G\n" + "X".repeat(5000),
                        "/v1/\u001b[2J\r\n\u0085é" + "y".repeat(9000),
                        404,
                        1));

        assertThat(text(lines).lines())
                .singleElement()
                .asString()
                .contains("path=/v1/?[2J????y")
                .matches("[ -~]{100,3000}");
    }

    @Test
    @DisplayName("that find no room are counted, and room is there again afterwards")
    void bounded() {
        Lines lines = new Lines(20_000);
        for (int i = 0; i < 1000; i++) {
            lines.add(line("GET", "/v1/tags", 200, i));
        }
        String text = text(lines);
        long kept = text.lines().filter(one -> one.contains("method=GET")).count();
        assertThat(text.length()).isLessThan(20_000);
        assertThat(kept).isBetween(50L, 999L);
        assertThat(text).endsWith(" WARN  [access] lines lost: " + (1000 - kept) + "\n");

        lines.add(line("GET", "/v1/tags", 200, 1));
        assertThat(text(lines).lines()).singleElement().asString().contains("status=200");
    }

    @Test
    @DisplayName("wake who waits for them")
    void wake() throws InterruptedException {
        Lines lines = new Lines(20_000);
        CountDownLatch woken = new CountDownLatch(1);
        Thread waiting =
                new Thread(
                        () -> {
                            try {
                                lines.await();
                                woken.countDown();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        waiting.setDaemon(true);
        waiting.start();
        assertThat(woken.await(100, TimeUnit.MILLISECONDS)).isFalse();
        lines.add(line("GET", "/v1/tags", 200, 1));
        assertThat(woken.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
