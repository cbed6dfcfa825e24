package dev.byline.comment.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that keeps what it is given, and can be stopped and started. */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    static final String MODERATOR = "desk.canary@news.example";
    static final String BASE = "https://news.example/api";

    private static GreenMail server;
    private static Distance distance;
    private static int port;

    @Override
    public Map<String, String> start() {
        port = freePort();
        on();
        return Map.of(
                "byline.comment.mail.enabled", "true",
                "byline.comment.mail.moderators", MODERATOR,
                "byline.comment.mail.send-every", "off",
                "byline.public-url", BASE,
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.from", "The News <no-reply@news.example>",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(port));
    }

    @Override
    public void stop() {
        off();
    }

    static int port() {
        return port;
    }

    static void on() {
        int near = freePort();
        server = new GreenMail(new ServerSetup(near, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        distance = new Distance(port, near);
    }

    static void off() {
        distance.close();
        server.stop();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    static String text(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
    }

    static void empty() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }
}
