package dev.byline.comment.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.comment.text.Folded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A spam service")
class SpamServiceTest {

    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer server;
    private String answer = "false";
    private String tip;
    private int status = 200;
    private long delay;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/check",
                exchange -> {
                    asked.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    pause();
                    if (tip != null) {
                        exchange.getResponseHeaders().add("X-akismet-pro-tip", tip);
                    }
                    byte[] bytes = answer.getBytes(UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @DisplayName("that says false lets a comment pass, and is told what it needs")
    void ham() throws Exception {
        assertThat(judge()).isEmpty();
        assertThat(asked.get())
                .contains("api_key=key&blog=https%3A%2F%2Fsite.example&user_ip=192.0.2.7")
                .contains("comment_author=Ada", "comment_author_email=a%40b.example")
                .contains("comment_content=Words+%26+more");
    }

    @Test
    @DisplayName("that says true makes it spam, or rejects it when sure")
    void spam() throws Exception {
        answer = "true";
        assertThat(judge()).map(Judgement.Finding::verdict).contains(Verdict.SPAM);
        tip = "discard";
        assertThat(judge()).map(Judgement.Finding::verdict).contains(Verdict.REJECT);
    }

    @Test
    @DisplayName("that fails, stammers or is slow holds the comment in time")
    void failing() throws Exception {
        status = 500;
        assertThat(judge()).map(Judgement.Finding::verdict).contains(Verdict.HOLD);
        status = 200;
        answer = "invalid";
        assertThat(judge()).map(Judgement.Finding::verdict).contains(Verdict.HOLD);
        delay = 2000;
        long started = System.nanoTime();
        assertThat(judge()).map(Judgement.Finding::verdict).contains(Verdict.HOLD);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(Duration.ofMillis(1500));
    }

    @Test
    @DisplayName("that is not configured is not asked")
    void off() throws Exception {
        assertThat(new SpamService(config(null)).judge(comment())).isEmpty();
        assertThat(asked.get()).isNull();
    }

    private void pause() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Judgement.Finding> judge() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/check");
        return new SpamService(config(address)).judge(comment());
    }

    private static Submission comment() throws Exception {
        return new Submission(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                "a@b.example",
                "Ada",
                null,
                "Words & more",
                Folded.of("Words & more"),
                0,
                null,
                null,
                InetAddress.getByName("192.0.2.7"),
                "192.0.2.0/24",
                Instant.EPOCH,
                false,
                null);
    }

    private static SpamConfig config(URI address) {
        return new SpamConfig() {
            @Override
            public Optional<URI> url() {
                return Optional.ofNullable(address);
            }

            @Override
            public Optional<String> key() {
                return Optional.of("key");
            }

            @Override
            public Optional<String> site() {
                return Optional.of("https://site.example");
            }

            @Override
            public Duration timeout() {
                return Duration.ofMillis(500);
            }
        };
    }
}
