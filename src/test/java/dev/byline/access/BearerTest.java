package dev.byline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("Authorization: Bearer")
class BearerTest extends AccessTest {

    private static final String UNKNOWN_ID =
            "byl_00000000000070008000000000000001_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    @TestHTTPResource("/")
    URI server;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer  ",
                "Bearer x",
                "Bearer byl_",
                "Bearer byl__",
                "Bearer null",
                "Bearer {}",
                "Bearer " + UNKNOWN_ID,
                "Bearer " + Keys.ADMIN + "x",
                "Bearer " + Keys.ADMIN + " x",
                "Bearer " + Keys.ADMIN + "\u00e9",
                "Bearer \"" + Keys.ADMIN + "\"",
                "Bearer Bearer " + Keys.ADMIN,
                "Bearer:" + Keys.ADMIN,
                "Basic " + Keys.ADMIN,
                "Token " + Keys.ADMIN,
                "Digest username=admin",
                Keys.ADMIN,
                ","
            })
    @DisplayName("with anything but a key is 401")
    void malformed(String header) throws IOException {
        String reply = raw("GET", ME, "Authorization: " + header);

        assertUnauthenticated(reply);
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 4096, 12_000})
    @DisplayName("with a huge token is 401")
    void huge(int length) {
        with("a".repeat(length)).get(ME).then().statusCode(401);
    }

    @Test
    @DisplayName("given twice is 401")
    void twice() throws IOException {
        String header = "Authorization: Bearer " + Keys.ADMIN;

        assertUnauthenticated(raw("GET", ME, header, header));
    }

    @Test
    @DisplayName("takes the scheme in any case")
    void schemeCase() {
        reader().header("Authorization", "bEARER " + Keys.ADMIN).get(ME).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "key", "api_key", "authorization", "token"})
    @DisplayName("is the only way: a key in the query is 401")
    void query(String name) {
        reader().queryParam(name, Keys.ADMIN).get(ME).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Api-Key: ",
                "Cookie: key=",
                "Proxy-Authorization: Bearer ",
                "X-Forwarded-User: "
            })
    @DisplayName("is the only way: a key in another header is 401")
    void otherHeaders(String header) throws IOException {
        assertUnauthenticated(raw("GET", ME, header + Keys.ADMIN));
    }

    @Test
    @DisplayName("does not tell an unknown key from a known one with another secret")
    void noOracle() {
        Issued key = issue("Wire importer", "writer");
        String wrong = key.key().substring(0, key.key().length() - 1) + "!";
        String guess = key.key().substring(0, key.key().length() - 43) + "A".repeat(43);

        Response unknown = with(UNKNOWN_ID).get(ME);

        for (Response other : new Response[] {with(wrong).get(ME), with(guess).get(ME)}) {
            assertThat(other.statusCode()).isEqualTo(401);
            assertThat(other.asString()).isEqualTo(unknown.asString());
            assertThat(other.headers().asList().stream().map(h -> h.getName()))
                    .isEqualTo(unknown.headers().asList().stream().map(h -> h.getName()).toList());
        }
    }

    @Test
    @DisplayName("of an expired key is 401")
    void expired() throws Exception {
        Issued key = issue("Wire importer", "writer");
        sql("update api_key set expires_at = now() - interval '1 s' where name = 'Wire importer'");

        with(key.key()).get(ME).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/sections", "/v1/sections/none", "/problems", "/v1/none"})
    @DisplayName("changes nothing in a public reply")
    void publicReplies(String path) {
        Response without = reader().get(path);

        for (String token : new String[] {"nonsense", UNKNOWN_ID, Keys.ADMIN}) {
            Response with = with(token).get(path);
            assertThat(with.statusCode()).isEqualTo(without.statusCode());
            assertThat(with.asString()).isEqualTo(without.asString());
            assertThat(with.header("Cache-Control")).isEqualTo(without.header("Cache-Control"));
            assertThat(with.header("ETag")).isEqualTo(without.header("ETag"));
        }
    }

    @Test
    @DisplayName("of an admin opens the metrics, and of nobody else")
    void metrics() {
        Issued editor = issue("Editor", "editor");

        reader().get("/q/metrics").then().statusCode(401).body("code", equalTo("unauthenticated"));
        with("nonsense").get("/q/metrics").then().statusCode(401);
        with(editor.key())
                .get("/q/metrics")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        newsroom().get("/q/metrics").then().statusCode(200).header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s/",
                "%s//",
                "/%s",
                "/.%s",
                "/x/..%s",
                "%s/.",
                "%s/x/..",
                "%s;x=1",
                "/;x%s",
                "%s%%20",
                "%s%%00",
                "%s%%09",
                "%s%%2f",
                "%s%%2F",
                "%s%%3b",
                "%s%%5c",
                "/%%2e%s",
                "/%%2f%s",
                "%s.json",
                "%s.html",
                "%s?_method=GET",
                "%s?x",
                "%s#x",
                "http://127.0.0.1%s"
            })
    @DisplayName("is needed however the path is spelt")
    void mutations(String mutation) throws IOException {
        for (String path : new String[] {ME, KEYS, "/q/metrics"}) {
            assertThat(status(raw("GET", mutation.formatted(path)))).as(path).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/newsroom/ME",
                "/v1/Newsroom/me",
                "/V1/newsroom/me",
                "/v1/%6eewsroom/me",
                "/v1/newsroom%2fme",
                "/v1//newsroom/me",
                "/v1/./newsroom/me",
                "/v1/x/../newsroom/me",
                "/v1;x/newsroom/me",
                "/v1/%2e/newsroom/me"
            })
    @DisplayName("opens one spelling of a path only, so that no cache sees another")
    void oneSpelling(String path) throws IOException {
        assertThat(status(raw("GET", path, "Authorization: Bearer " + Keys.ADMIN))).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HTTP-Method-Override: GET",
                "X-HTTP-Method: GET",
                "X-Original-URL: /v1/sections",
                "X-Rewrite-URL: /v1/sections",
                "X-Forwarded-Prefix: /v1/sections",
                "Forwarded: for=127.0.0.1"
            })
    @DisplayName("is needed whatever other headers say")
    void overrides(String header) throws IOException {
        assertThat(status(raw("DELETE", KEYS + "/" + bootstrapId(), header))).isEqualTo(401);
        assertUnauthenticated(raw("GET", ME, header));
    }

    private static void assertUnauthenticated(String reply) {
        assertThat(status(reply)).as(reply).isEqualTo(401);
        assertThat(reply)
                .containsIgnoringCase("\r\nWWW-Authenticate: Bearer realm=\"byline\"\r\n")
                .contains("\"code\":\"unauthenticated\"");
    }

    private static int status(String reply) {
        return Integer.parseInt(reply.split(" ")[1]);
    }

    /** A request as it is, which no client library has tidied. */
    private String raw(String method, String target, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, target));
        request.append("Host: 127.0.0.1\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
