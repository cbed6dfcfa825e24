package dev.byline.access.key;

import static io.restassured.http.ContentType.JSON;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.access.AccessTest;
import dev.byline.given.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("POST /v1/newsroom/keys/revoke-all")
class RevokeAllKeysTest extends AccessTest {

    @Test
    @DisplayName("ends every key but the caller's, the bootstrap key too")
    void revokes() {
        Issued admin = issue("Trusted", "admin");
        Issued writer = issue("Wire importer", "writer");

        with(admin.key())
                .post(KEYS + "/revoke-all")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(2));

        assertThat(with(writer.key()).get(ME).statusCode()).isEqualTo(401);
        assertThat(with(Keys.ADMIN).get(ME).statusCode()).isEqualTo(401);
        assertThat(with(admin.key()).get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("ends the former secret of the caller's own key")
    void former() {
        Issued admin = issue("Trusted", "admin");
        String rotated =
                newsroom(Map.of("overlapHours", 24))
                        .post(KEYS + "/" + admin.id() + "/rotate")
                        .path("key");

        with(rotated).post(KEYS + "/revoke-all").then().statusCode(200);

        assertThat(with(admin.key()).get(ME).statusCode()).isEqualTo(401);
        assertThat(with(rotated).get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("leaves the times at which other keys ended before")
    void already() throws Exception {
        Issued writer = issue("Wire importer", "writer");
        sql("update api_key set revoked_at = '2026-01-01' where name = 'Wire importer'");

        newsroom().post(KEYS + "/revoke-all").then().body("revoked", equalTo(0));

        newsroom()
                .get(KEYS + "/" + writer.id())
                .then()
                .body("revokedAt", equalTo("2026-01-01T00:00:00Z"));
    }

    @Test
    @DisplayName("is in the audit of each key that it ended")
    void audited() {
        Issued writer = issue("Wire importer", "writer");

        newsroom().post(KEYS + "/revoke-all").then().statusCode(200);

        newsroom()
                .get("/v1/newsroom/audit?what=revokeAllKeys&item=" + writer.id())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].item.kind", equalTo("keys"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "/rotate"})
    @DisplayName("ends what a revoked key was about to do: it makes no key and no secret")
    void inFlight(String call) throws Exception {
        Issued thief = issue("Stolen", "admin");
        Issued trusted = issue("Trusted", "admin");
        String path = call.isEmpty() ? KEYS : KEYS + "/" + trusted.id() + call;
        String body = call.isEmpty() ? "{\"name\": \"Back door\", \"roles\": [\"admin\"]}" : "{}";
        Future<Response> made;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select pg_advisory_xact_lock(%d)".formatted(KeyRing.ADMIN_KEYS_LOCK));
            made =
                    CompletableFuture.supplyAsync(
                            () -> with(thief.key()).contentType(JSON).body(body).post(path));
            String waiting =
                    "select count(*) from pg_locks where locktype = 'advisory' and not granted";
            for (int i = 0; i < 500 && !value(waiting).equals("1"); i++) {
                Thread.sleep(20);
            }
            assertThat(value(waiting)).isEqualTo("1");
            statement.execute("update api_key set revoked_at = now() where name = 'Stolen'");
            connection.commit();
        }

        assertThat(made.get(10, SECONDS).statusCode()).isEqualTo(401);
    }
}
