package dev.byline.comment.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.comment.CommentTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/articles/{article}/comments/stream")
class StreamCommentsTest extends CommentTest {

    @TestHTTPResource("/")
    URI server;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    @DisplayName("tells new visible comments, and after Last-Event-ID those that were missed")
    void live() throws Exception {
        say("Before");
        List<String> seen;
        try (Stream stream = open(null)) {
            assertThat(stream.reply.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(stream.reply.headers().firstValue("Cache-Control"))
                    .contains("private, no-store");
            Map<String, Object> trap = input("Hidden");
            trap.put("url2", "x");
            held(trap);
            say("While listening");
            seen = stream.events(1);
        }
        assertThat(seen.get(0))
                .contains("event:comment", "id:2", "While listening")
                .doesNotContain("Before", "Hidden", "email", EMAIL);

        Posted gone = say("Soon removed");
        reader().header("Edit-Token", gone.token()).delete(gone.path()).then().statusCode(204);
        say("Missed");
        try (Stream stream = open("2")) {
            say("Later");
            assertThat(String.join("\n", stream.events(3)))
                    .contains("event:removed", gone.id(), "Missed", "Later")
                    .doesNotContain("While listening", "Soon removed");
        }
    }

    @Test
    @DisplayName("tells of edits and of removals, so that nobody goes on showing what is gone")
    void changes() throws Exception {
        Posted head = say("First words");
        reply(head, "An answer");
        try (Stream stream = open(null)) {
            reader().header("Edit-Token", head.token())
                    .contentType("application/json")
                    .body(Map.of("text", "Better words"))
                    .patch(head.path())
                    .then()
                    .statusCode(200);
            assertThat(stream.events(1).get(0))
                    .contains("event:comment", "id:3", head.id(), "Better words", "editedAt");

            moderate(head.id(), "reject", Map.of("reason", "off-topic")).then().statusCode(200);
            assertThat(stream.events(1).get(0))
                    .contains("event:removed", "id:4")
                    .contains("{\"id\":\"" + head.id() + "\",\"replyCount\":1}");

            moderate(head.id(), "undo", Map.of()).then().statusCode(200);
            assertThat(stream.events(1).get(0)).contains("event:comment", "id:5", "Better words");
        }
        Map<String, Object> trap = input("Never seen");
        trap.put("url2", "x");
        moderate(held(trap).id(), "reject", Map.of("reason", "spam")).then().statusCode(200);
        try (Stream stream = open("0")) {
            say("Last");
            assertThat(String.join("\n", stream.events(3)))
                    .contains("An answer", "Better words", "Last")
                    .doesNotContain("Never seen", "event:removed");
        }
    }

    @Test
    @DisplayName("takes a bounded number of streams from one address, and frees them")
    void bounded() throws Exception {
        List<Stream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                open.add(open(null));
                assertThat(open.get(i).reply.statusCode()).isEqualTo(200);
            }
            reader().get(comments() + "/stream").then().statusCode(429);
        } finally {
            open.forEach(Stream::close);
        }
        int status = 429;
        for (int i = 0; i < 50 && status == 429; i++) {
            Thread.sleep(200);
            try (Stream stream = open(null)) {
                status = stream.reply.statusCode();
            }
        }
        assertThat(status).isEqualTo(200);
    }

    @Test
    @DisplayName("ends when the article is no longer visible")
    void ends() throws Exception {
        try (Stream stream = open(null)) {
            article.unpublish();
            assertThat(stream.end()).isTrue();
        }
    }

    @Test
    @DisplayName("answers problems like every other address")
    void problems() {
        read("/v1/articles/" + UUID.randomUUID() + "/comments/stream").then().statusCode(404);
        reader().header("Last-Event-ID", "x'; drop")
                .get(comments() + "/stream")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("Last-Event-ID"));
        reader().accept("application/json").get(comments() + "/stream").then().statusCode(406);
    }

    private Stream open(String last) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(comments() + "/stream"))
                        .timeout(Duration.ofSeconds(20));
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return new Stream(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** A stream that is read event by event. */
    private static final class Stream implements AutoCloseable {

        private final HttpResponse<InputStream> reply;
        private final BufferedReader lines;

        Stream(HttpResponse<InputStream> reply) {
            this.reply = reply;
            lines = new BufferedReader(new InputStreamReader(reply.body(), UTF_8));
        }

        List<String> events(int many) throws Exception {
            return CompletableFuture.supplyAsync(() -> read(many)).get(15, TimeUnit.SECONDS);
        }

        boolean end() throws Exception {
            return CompletableFuture.supplyAsync(() -> read(1).isEmpty()).get(15, TimeUnit.SECONDS);
        }

        private List<String> read(int many) {
            List<String> events = new ArrayList<>();
            StringBuilder event = new StringBuilder();
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    event.append(line).append('\n');
                    if (line.isEmpty()) {
                        if (event.indexOf("data:") >= 0) {
                            events.add(event.toString());
                        }
                        event.setLength(0);
                    }
                    if (events.size() == many) {
                        return events;
                    }
                }
            } catch (IOException e) {
                return events;
            }
            return events;
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                // It is closed all the same.
            }
        }
    }
}
