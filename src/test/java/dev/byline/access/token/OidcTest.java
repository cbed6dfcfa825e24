package dev.byline.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import dev.byline.access.AccessTest;
import dev.byline.given.AllOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AllOptions.class)
@DisplayName("A token of the configured identity provider")
class OidcTest extends AccessTest {

    private static final AtomicInteger ASKED = new AtomicInteger();

    private static HttpServer provider;
    private static Signer signer;
    private static String issuer;

    @BeforeAll
    static void startProvider() throws IOException {
        issuer = ConfigProvider.getConfig().getValue("byline.oidc.issuer", String.class);
        signer = new Signer(issuer);
        URI address = URI.create(issuer);
        provider =
                HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        serve(
                "/realms/news/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer));
        serve("/realms/news/keys", Signer.keySet(signer));
        provider.start();
    }

    @AfterAll
    static void stopProvider() {
        provider.stop(0);
    }

    @Test
    @DisplayName("is as good as a key with its roles")
    void writes() throws Exception {
        String token = signer.sign(signer.claims("u-1", List.of("reporter")));

        from("198.51.100.1", token)
                .get(ME)
                .then()
                .statusCode(200)
                .body("id", equalTo("oidc:u-1"))
                .body("name", equalTo("Jane Doe"))
                .body("roles", contains("writer"));
        Response draft =
                from("198.51.100.1", token)
                        .contentType("application/json")
                        .body(Map.of("headline", "Mine"))
                        .post("/v1/newsroom/articles");
        draft.then().statusCode(201).body("createdBy", equalTo("oidc:u-1"));
        from("198.51.100.1", token).get(KEYS).then().statusCode(403);
        assertThat(
                        value(
                                "select who || ' ' || address from audit where item_id = '%s'"
                                        .formatted(draft.<String>path("id"))))
                .isEqualTo("oidc:u-1 198.51.100.0/24");
    }

    @Test
    @DisplayName("without a role of ours opens nothing but the caller's own name")
    void noRoles() {
        String token = signer.sign(signer.claims("u-2", List.of("writer")));

        from("198.51.100.2", token).get(ME).then().statusCode(200).body("roles", empty());
        from("198.51.100.2", token).get("/v1/newsroom/articles").then().statusCode(403);
    }

    @Test
    @DisplayName("that is not good is 401 in the same words as a wrong key")
    void refused() {
        JwtClaims audience = signer.claims("u-1", List.of("admin"));
        audience.setAudience("account");
        JwtClaims expired = signer.claims("u-1", List.of("admin"));
        Signer.expire(expired, -1);
        JwtClaims good = signer.claims("u-1", List.of("admin"));
        Response key = from("203.1.0.1", "byl_wrong").get(ME);

        int network = 0;
        for (String token :
                List.of(
                        signer.sign(audience),
                        signer.sign(expired),
                        signer.sign(good, "none", signer.keyId(), Map.of()),
                        signer.sign(good, "HS256", signer.keyId(), Map.of()),
                        signer.sign(good, "RS256", null, Map.of()),
                        new Signer(issuer).sign(good))) {
            Response reply = from("203.0." + network++ + ".1", token).get(ME);
            assertThat(reply.statusCode()).isEqualTo(401);
            assertThat(reply.asString()).isEqualTo(key.asString());
        }
    }

    @Test
    @DisplayName("leads to few questions to the provider, whatever key ids it names")
    void bounded() {
        int before = ASKED.get();
        JwtClaims good = signer.claims("u-1", List.of("admin"));
        for (int i = 0; i < 50; i++) {
            from("192.0." + i + ".1", signer.sign(good, "RS256", "made-up-" + i, Map.of()))
                    .get(ME)
                    .then()
                    .statusCode(401);
        }
        // Configuration and keys, once or twice as ten seconds may pass meanwhile.
        assertThat(ASKED.get() - before).isLessThanOrEqualTo(4);
    }

    @Test
    @DisplayName("lets an administrator end all keys")
    void revokesAll() {
        Issued key = issue("Wire importer", "writer");
        String token = signer.sign(signer.claims("u-3", List.of("admin")));

        from("198.51.100.3", token)
                .contentType("application/json")
                .post(KEYS + "/revoke-all")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(2));

        from("198.51.100.3", key.key()).get(ME).then().statusCode(401);
    }

    private static RequestSpecification from(String address, String token) {
        return with(token).header("X-Forwarded-For", address);
    }

    private static void serve(String path, String json) {
        provider.createContext(
                path,
                exchange -> {
                    ASKED.incrementAndGet();
                    byte[] body = json.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }
}
