package dev.byline.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import dev.byline.given.Keys;
import dev.byline.given.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The limits of a request")
class LimitsTest extends ApiTest {

    private static final String TAGS = "/v1/newsroom/tags";
    private static final int MEBIBYTE = 1 << 20;

    @TestHTTPResource("/")
    URI server;

    @Inject Bodies bodies;

    @AfterEach
    void patience() {
        bodies.waitFor(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("a chunked body within them is read")
    void chunked() throws IOException {
        String json = "{\"name\":\"Chunked\"}";

        String reply = post("Transfer-Encoding: chunked", chunk(json) + "0\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 201 ").contains("\"name\":\"Chunked\"");
    }

    @Test
    @DisplayName("a chunked body over 1 MiB is 413 with a problem, and the connection ends")
    void chunkedTooLarge() throws IOException {
        String json = "{\"name\":\"" + "x".repeat(MEBIBYTE) + "\"}";

        String reply = post("Transfer-Encoding: chunked", chunk(json) + "0\r\n\r\n");

        assertProblem(reply, 413, "too-large");
    }

    @Test
    @DisplayName("an endless chunked body is cut off")
    void endless() throws IOException {
        StringBuilder reply = new StringBuilder();
        try (RawHttp http = new RawHttp(server)) {
            http.lines(head(TAGS, "Transfer-Encoding: chunked"));
            String chunk = chunk("x".repeat(64 * 1024));
            try {
                for (int i = 0; i < 1024; i++) {
                    http.text(chunk);
                }
                reply.append(http.reply());
            } catch (SocketException e) {
                reply.append("cut off");
            }
        }
        assertThat(reply.toString()).containsAnyOf("HTTP/1.1 413 ", "cut off");
    }

    @Test
    @DisplayName("a body announced over 1 MiB is 413 before it is sent")
    void announced() throws IOException {
        String reply = post("Content-Length: " + (MEBIBYTE + 1), "");

        assertProblem(reply, 413, "too-large");
    }

    @Test
    @DisplayName("headers over 16 KiB are 431 with a problem")
    void headers() throws IOException {
        assertProblem(get("/v1/sections", "X: " + "x".repeat(17_000)), 431, "headers-too-large");
    }

    @Test
    @DisplayName("headers over 64 KiB are 431, and the connection ends")
    void hugeHeaders() throws IOException {
        assertThat(get("/v1/sections", "X: " + "x".repeat(70_000))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    @DisplayName("an address over 8 KiB is 414 with a problem")
    void address() throws IOException {
        assertProblem(get("/v1/sections?q=" + "x".repeat(9000)), 414, "uri-too-long");
    }

    @Test
    @DisplayName("a body that comes too slowly is 408, and the connection ends")
    void slow() throws Exception {
        bodies.waitFor(Duration.ofSeconds(1));
        for (String framing : new String[] {"Content-Length: 1000", "Transfer-Encoding: chunked"}) {
            if (framing.startsWith("Transfer")) {
                // The allowance for a megabyte at the slowest pace comes on top.
                bodies.waitFor(Duration.ofSeconds(-19));
            }
            Instant before = Instant.now();
            try (RawHttp http = new RawHttp(server)) {
                http.lines(head(TAGS, framing)).text("5\r\n{\"nam\r\n");

                assertProblem(http.reply(), 408, "request-timeout");
            }
            assertThat(Duration.between(before, Instant.now()))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
        }
    }

    @Test
    @DisplayName("a body that drips is 408 as well: no byte buys more time")
    void drips() throws Exception {
        bodies.waitFor(Duration.ofSeconds(1));
        try (RawHttp http = new RawHttp(server)) {
            http.lines(head(TAGS, "Content-Length: 1000"));
            try {
                for (int i = 0; i < 30; i++) {
                    http.text("x");
                    Thread.sleep(100);
                }
            } catch (SocketException e) {
                return;
            }
            assertProblem(http.reply(), 408, "request-timeout");
        }
    }

    private static void assertProblem(String reply, int status, String code) {
        assertThat(reply)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("\r\nContent-Type: application/problem+json")
                .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff")
                .contains("\"code\":\"" + code + "\"");
    }

    private String post(String framing, String body) throws IOException {
        try (RawHttp http = new RawHttp(server)) {
            return http.lines(head(TAGS, framing)).text(body).reply();
        }
    }

    private String get(String target, String... headers) throws IOException {
        try (RawHttp http = new RawHttp(server)) {
            http.lines("GET " + target + " HTTP/1.1", "Host: x", "Connection: close");
            for (String header : headers) {
                http.lines(header);
            }
            return http.lines("").reply();
        }
    }

    private static String[] head(String target, String framing) {
        return new String[] {
            "POST " + target + " HTTP/1.1",
            "Host: x",
            "Connection: close",
            "Authorization: Bearer " + Keys.ADMIN,
            "Content-Type: application/json",
            framing,
            ""
        };
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
