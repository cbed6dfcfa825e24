package dev.byline.comment.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.AllOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AllOptions.class)
@DisplayName("The outbox of mail about comments")
class SendMailTest extends MailTest {

    @Test
    @DisplayName("keeps what can't be sent, tries again later each time, and sends it once")
    void retried() throws Exception {
        asking("Hello");
        MailServer.off();
        try {
            postman.deliver();
            postman.deliver();
            assertThat(stored("select attempts from comment_letter")).isEqualTo("1");
            double first = wait("comment_letter");
            sql("update comment_letter set due_at = now()");
            postman.deliver();
            assertThat(stored("select attempts from comment_letter")).isEqualTo("2");
            assertThat(wait("comment_letter")).isGreaterThan(3 * first);
        } finally {
            MailServer.on();
        }

        sql("update comment_letter set due_at = now()");
        postman.deliver();
        postman.deliver();

        assertThat(MailServer.received()).hasSize(1);
        assertThat(letters()).isZero();
    }

    @Test
    @DisplayName("gives up after eight attempts")
    void bounded() throws Exception {
        asking("Hello");
        MailServer.off();
        try {
            for (int i = 0; i < Outbox.ATTEMPTS; i++) {
                assertThat(letters()).isEqualTo(1);
                sql("update comment_letter set due_at = now()");
                postman.deliver();
            }
            assertThat(letters()).isZero();
        } finally {
            MailServer.on();
        }
    }

    @Test
    @DisplayName("is emptied by several nodes at once without sending anything twice")
    void nodes() throws Exception {
        for (int i = 0; i < 30; i++) {
            asking("reader" + i + "@example.org", "Hello", null).then().statusCode(201);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> jobs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                jobs.add(
                        () -> {
                            postman.deliver();
                            return null;
                        });
            }
            for (var job : nodes.invokeAll(jobs)) {
                job.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(MailServer.received())
                .extracting(mail -> mail.getAllRecipients()[0].toString())
                .hasSize(30)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("writes no address to the log, though the mail server repeats it")
    void log() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler all =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        lines.add(
                                line.getMessage()
                                        + Arrays.toString(line.getParameters())
                                        + line.getThrown());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger root = Logger.getLogger("");
        asking("Hello");
        MailServer.off();
        root.addHandler(all);
        try (Refusing refusing = new Refusing()) {
            postman.deliver();
            assertThat(refusing.heard).anyMatch(line -> line.contains(EMAIL));
        } finally {
            root.removeHandler(all);
            MailServer.on();
        }

        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("canary"));
        assertThat(letters()).isEqualTo(1);
    }

    private double wait(String table) throws Exception {
        return Double.parseDouble(
                stored("select extract(epoch from min(due_at) - now()) from " + table));
    }

    /** A mail server that knows nobody, and says whom. */
    private static final class Refusing implements AutoCloseable {

        private final ServerSocket server;
        private final Distance distance;
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Refusing() throws IOException {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            distance = new Distance(MailServer.port(), server.getLocalPort());
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    BufferedReader in =
                            new BufferedReader(
                                    new InputStreamReader(client.getInputStream(), US_ASCII));
                    say(client, "220 here");
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        heard.add(line);
                        if (line.startsWith("RCPT")) {
                            say(client, "550 5.1.1 no such user " + line.substring(8));
                        } else if (line.startsWith("QUIT")) {
                            say(client, "221 bye");
                            break;
                        } else {
                            say(client, "250 fine");
                        }
                    }
                } catch (IOException e) {
                    // The client hung up.
                }
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
        }

        @Override
        public void close() throws IOException {
            distance.close();
            server.close();
        }
    }
}
