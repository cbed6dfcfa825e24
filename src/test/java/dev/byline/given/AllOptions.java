package dev.byline.given;

import dev.byline.comment.mail.MailServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/**
 * A server on which everything is on that is off by default: behind a trusted proxy (so that tests
 * choose the address they come from), with a low limit of wrong keys, with mail, and with an
 * identity provider that is not up when the server starts. One profile for all, because each one
 * builds the application anew.
 */
public class AllOptions implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "byline.trusted-proxies", "127.0.0.0/8",
                "byline.access.wrong-keys-per-minute", "5",
                "byline.oidc.issuer", "http://127.0.0.1:" + freePort() + "/realms/news",
                "byline.oidc.audience", "byline-api",
                "byline.oidc.roles.writer", "reporter");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MailServer.class));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
