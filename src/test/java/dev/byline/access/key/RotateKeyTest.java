package dev.byline.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.byline.access.AccessTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("POST /v1/newsroom/keys/{id}/rotate")
class RotateKeyTest extends AccessTest {

    @Test
    @DisplayName("gives the key another secret, and the former goes on for a day")
    void rotates() throws Exception {
        Issued key = issue("Wire importer", "writer");

        Response reply = newsroom(Map.of()).post(KEYS + "/" + key.id() + "/rotate");

        reply.then()
                .statusCode(200)
                .body("id", equalTo(key.id()))
                .body("name", equalTo("Wire importer"))
                .body("key", not(equalTo(key.key())));
        assertThat(opens(reply.path("key"))).isEqualTo(200);
        assertThat(opens(key.key())).isEqualTo(200);
        assertThat(
                        value(
                                "select former_until - rotated_at from api_key where name = 'Wire importer'"))
                .isIn("1 day", "24:00:00");
        newsroom()
                .get(KEYS + "/" + key.id())
                .then()
                .body("rotatedAt", notNullValue())
                .body("formerUntil", equalTo(reply.path("formerUntil")));
    }

    @Test
    @DisplayName("leaves what the key wrote the key's")
    void owns() {
        Issued key = issue("Jane", "writer");
        String draft =
                with(key.key())
                        .contentType(ContentType.JSON)
                        .body(Map.of("headline", "Mine"))
                        .post("/v1/newsroom/articles")
                        .path("id");

        String rotated = rotate(key, 0).path("key");

        with(rotated).get("/v1/newsroom/articles/" + draft).then().statusCode(200);
    }

    @Test
    @DisplayName("with an overlap of 0 ends the former secret at once")
    void noOverlap() {
        Issued key = issue("Wire importer", "writer");

        Response reply = rotate(key, 0);

        reply.then().statusCode(200).body("$", not(hasKey("formerUntil")));
        assertThat(opens(key.key())).isEqualTo(401);
        assertThat(opens(reply.path("key"))).isEqualTo(200);
    }

    @Test
    @DisplayName("ends the former secret when its overlap is over")
    void over() throws Exception {
        Issued key = issue("Wire importer", "writer");
        rotate(key, 1);

        sql(
                "update api_key set former_until = now() - interval '1 ms' where name = 'Wire importer'");

        assertThat(opens(key.key())).isEqualTo(401);
    }

    @Test
    @DisplayName("twice leaves the two latest secrets")
    void twice() {
        Issued key = issue("Wire importer", "writer");

        String second = rotate(key, 24).path("key");
        String third = rotate(key, 24).path("key");

        assertThat(opens(key.key())).isEqualTo(401);
        assertThat(opens(second)).isEqualTo(200);
        assertThat(opens(third)).isEqualTo(200);
    }

    @Test
    @DisplayName("does not save a key from its revocation: both secrets end")
    void revoked() {
        Issued key = issue("Wire importer", "writer");
        String second = rotate(key, 24).path("key");

        newsroom().delete(KEYS + "/" + key.id()).then().statusCode(204);

        assertThat(opens(key.key())).isEqualTo(401);
        assertThat(opens(second)).isEqualTo(401);
        rotate(key, 24).then().statusCode(409).body("code", equalTo("forbidden-transition"));
    }

    @Test
    @DisplayName("of an expired key is 409")
    void expired() throws Exception {
        Issued key = issue("Wire importer", "writer");
        sql("update api_key set expires_at = now() - interval '1 s' where name = 'Wire importer'");

        rotate(key, 24).then().statusCode(409);
    }

    @Test
    @DisplayName("of the key that configuration sets is 409 and says what to do")
    void configured() {
        newsroom(Map.of())
                .post(KEYS + "/" + bootstrapId() + "/rotate")
                .then()
                .statusCode(409)
                .body("detail", containsString("BYLINE_ADMIN_KEY"));
        newsroom().get(ME).then().statusCode(200);
    }

    @Test
    @DisplayName("with an Idempotency-Key gives a retry the same secret")
    void retried() {
        Issued key = issue("Wire importer", "writer");
        String path = KEYS + "/" + key.id() + "/rotate";

        String first = newsroom(Map.of()).header("Idempotency-Key", "r1").post(path).path("key");
        String retry = newsroom(Map.of()).header("Idempotency-Key", "r1").post(path).path("key");

        assertThat(retry).isEqualTo(first);
        assertThat(opens(first)).isEqualTo(200);
        assertThat(opens(key.key())).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"overlapHours\":-1} | /overlapHours | out-of-range",
                "{\"overlapHours\":721} | /overlapHours | out-of-range",
                "{\"overlapHours\":1.5} | /overlapHours | wrong-type",
                "{\"overlapHours\":\"1\"} | /overlapHours | wrong-type",
                "{\"overlap\":1} | /overlap | unknown-member"
            })
    @DisplayName("refuses bad input and changes nothing")
    void refuses(String json, String pointer, String code) {
        Issued key = issue("Wire importer", "writer");

        newsroom()
                .contentType(ContentType.JSON)
                .body(json)
                .post(KEYS + "/" + key.id() + "/rotate")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
        newsroom().get(KEYS + "/" + key.id()).then().body("$", not(hasKey("rotatedAt")));
    }

    @Test
    @DisplayName("of no key is 404")
    void unknown() {
        newsroom(Map.of())
                .post(KEYS + "/00000000-0000-7000-8000-0000000000ff/rotate")
                .then()
                .statusCode(404);
    }

    private static Response rotate(Issued key, int hours) {
        return newsroom(Map.of("overlapHours", hours)).post(KEYS + "/" + key.id() + "/rotate");
    }

    private static int opens(String key) {
        return with(key).get(ME).statusCode();
    }
}
