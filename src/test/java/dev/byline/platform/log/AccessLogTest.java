package dev.byline.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The access log")
class AccessLogTest extends ApiTest {

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(written, true, UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(before);
    }

    private List<String> lines() {
        return written.toString(UTF_8).lines().filter(line -> line.contains("[access]")).toList();
    }

    private String lineOf(Response reply) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            for (String line : lines()) {
                if (line.endsWith(" trace=" + reply.header("Trace-Id"))) {
                    return line;
                }
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no line of " + reply.header("Trace-Id"));
    }

    @Test
    @DisplayName("has a line of each reply, made, kept or refused, and no query in it")
    void lines_() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            Response reply = reader().get("/v1/tags?limit=3");
            assertThat(lineOf(reply))
                    .contains(
                            " INFO  [access] method=GET path=/v1/tags status=200 bytes="
                                    + reply.body().asByteArray().length
                                    + " ms=");
        }
        String etag = reader().get("/v1/tags").header("ETag");
        Response known = reader().header("If-None-Match", etag).get("/v1/tags");
        assertThat(lineOf(known)).contains(" status=304 bytes=0 ");
        assertThat(lineOf(reader().head("/v1/tags"))).contains("method=HEAD", " bytes=0 ");
        assertThat(lineOf(reader().get("/v1/nothing?secret=1")))
                .contains("path=/v1/nothing status=404")
                .doesNotContain("secret");
        assertThat(lineOf(newsroom().get("/v1/newsroom/me")))
                .contains("path=/v1/newsroom/me status=200");
    }

    @Test
    @DisplayName("has none of addresses that are secrets")
    void secrets() throws InterruptedException {
        Response preview = reader().get("/v1/previews/abc");
        Response notice = reader().get("/v1/notices/abc");
        lineOf(reader().get("/v1/tags"));
        assertThat(String.join("\n", lines()))
                .doesNotContain("abc")
                .doesNotContain(preview.header("Trace-Id"))
                .doesNotContain(notice.header("Trace-Id"));
    }
}
