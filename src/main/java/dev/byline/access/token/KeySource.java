package dev.byline.access.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Where an issuer's public keys come from. */
interface KeySource {

    /** The key set (RFC 7517) as it is now. */
    String get() throws IOException;

    /** The key set of a provider, found by its configuration document unless its address is set. */
    record OverHttp(Provider provider, ObjectMapper mapper) implements KeySource {

        private static final Duration PATIENCE = Duration.ofSeconds(3);
        private static final int MOST_BYTES = 256 * 1024;
        private static final String CONFIGURATION = "/.well-known/openid-configuration";
        private static final int OK = 200;

        @Override
        public String get() throws IOException {
            return text(provider.jwks().isPresent() ? provider.jwks().get() : discovered());
        }

        private URI discovered() throws IOException {
            String issuer = provider.issuer();
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            JsonNode document = mapper.readTree(text(URI.create(base + CONFIGURATION)));
            String address = document.path("jwks_uri").asText();
            if (!document.path("issuer").asText().equals(issuer) || !Provider.safe(address)) {
                throw new IOException("The issuer's configuration is another's, or unsafe");
            }
            return URI.create(address);
        }

        private static String text(URI address) throws IOException {
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build();
            try {
                HttpResponse<InputStream> reply =
                        Client.INSTANCE.send(request, HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = reply.body()) {
                    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                    if (reply.statusCode() != OK || bytes.length > MOST_BYTES) {
                        throw new IOException(
                                "The issuer answers %d".formatted(reply.statusCode()));
                    }
                    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
        }

        /** Made with the first token: without one there is no client and no thread of it. */
        private static final class Client {

            static final HttpClient INSTANCE =
                    HttpClient.newBuilder()
                            .connectTimeout(PATIENCE)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
        }
    }
}
