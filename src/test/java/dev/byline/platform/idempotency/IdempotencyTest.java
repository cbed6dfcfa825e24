package dev.byline.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import dev.byline.platform.secret.Secrets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("POST with an Idempotency-Key")
class IdempotencyTest extends ApiTest {

    private static final String KEYS = "/v1/newsroom/keys";
    private static final String KEY = "2f6d0c1b-7e55-4cc3-98a4-0198c5a27d1e";
    private static final String BODY = "{\"name\":\"Wire\",\"roles\":[\"writer\",\"editor\"]}";

    @Inject DataSource database;
    @Inject Secrets secrets;

    @BeforeEach
    void nothingKept() throws Exception {
        sql("truncate idempotency");
        sql("delete from api_key where name <> 'bootstrap'");
    }

    @Test
    @DisplayName("sent again brings the same reply and does nothing twice")
    void replays() throws Exception {
        Response first = post(KEY, BODY);
        Response again =
                post(KEY, "{ \"roles\": [\"writer\", \"editor\"],\n \"name\": \"\\u0057ire\" }");

        first.then().statusCode(201);
        again.then().statusCode(201).header("Location", first.header("Location"));
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(made()).isEqualTo("1");
    }

    @Test
    @DisplayName("looks the same as without")
    void transparent() {
        Response with = post(KEY, BODY);
        Response without = request().body(BODY).post(KEYS);

        assertThat(with.headers().asList().stream().map(header -> header.getName()))
                .isEqualTo(
                        without.headers().asList().stream()
                                .map(header -> header.getName())
                                .toList());
        assertThat(with.contentType()).isEqualTo(without.contentType());
        assertThat(with.asString().replaceAll("byl_\\w+|[0-9a-f-]{36}", ""))
                .isEqualTo(without.asString().replaceAll("byl_\\w+|[0-9a-f-]{36}", ""));
    }

    @Test
    @DisplayName("and another body is 422")
    void anotherBody() throws Exception {
        post(KEY, BODY);

        post(KEY, BODY.replace("Wire", "Tire"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(made()).isEqualTo("1");
    }

    @Test
    @DisplayName("is another request when another caller, address or key is in it")
    void scope() throws Exception {
        String other = post("admin", "{\"name\":\"Admin\",\"roles\":[\"admin\"]}").path("key");
        post(KEY, BODY);

        RestAssured.given()
                .header("Authorization", "Bearer " + other)
                .header("Idempotency-Key", KEY)
                .contentType(ContentType.JSON)
                .body(BODY)
                .post(KEYS)
                .then()
                .statusCode(201);
        post(KEY + "x", BODY).then().statusCode(201);
        request()
                .header("Idempotency-Key", KEY)
                .body(Map.of("name", "World"))
                .post("/v1/newsroom/sections")
                .then()
                .statusCode(201);
        assertThat(made()).isEqualTo("4");
    }

    @Test
    @DisplayName("that was refused is judged anew")
    void refusedIsNotKept() throws Exception {
        post(KEY, "{\"name\":\"\",\"roles\":[\"writer\"]}").then().statusCode(400);
        assertThat(kept()).isEqualTo("0");

        post(KEY, BODY).then().statusCode(201);
    }

    @Test
    @DisplayName("without a key to the newsroom is 401 and not kept")
    void unauthenticated() throws Exception {
        RestAssured.given()
                .header("Idempotency-Key", KEY)
                .contentType(ContentType.JSON)
                .body(BODY)
                .post(KEYS)
                .then()
                .statusCode(401);
        assertThat(kept()).isEqualTo("0");
    }

    @Test
    @DisplayName("still at work is 409 with Retry-After")
    void inFlight() throws Exception {
        String caller = newsroom().get("/v1/newsroom/me").path("id");
        ReplyKey key = new ReplyKey(secrets.derive("idempotency"), caller, "POST", KEYS, KEY);

        try (Connection first = database.getConnection();
                var lock = first.prepareStatement("select pg_advisory_lock(?)");
                var unlock = first.prepareStatement("select pg_advisory_unlock(?)")) {
            lock.setLong(1, key.lock());
            lock.execute();
            try {
                post(KEY, BODY)
                        .then()
                        .statusCode(409)
                        .header("Retry-After", "1")
                        .body("code", equalTo("duplicate-in-flight"));
            } finally {
                unlock.setLong(1, key.lock());
                unlock.execute();
            }
        }
        post(KEY, BODY).then().statusCode(201);
    }

    @Test
    @DisplayName("many times at once does its work once")
    void concurrent() throws Exception {
        Callable<Response> one = () -> post(KEY, BODY);
        List<Response> replies = new ArrayList<>();

        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var reply : pool.invokeAll(Collections.nCopies(24, one))) {
                replies.add(reply.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(replies).extracting(Response::statusCode).isSubsetOf(201, 409).contains(201);
        assertThat(
                        replies.stream()
                                .filter(reply -> reply.statusCode() == 201)
                                .map(Response::asString)
                                .distinct())
                .hasSize(1);
        assertThat(made()).isEqualTo("1");
    }

    @Test
    @DisplayName("that is a day old is new again, and old rows go")
    void expires() throws Exception {
        post(KEY, BODY);
        post("another", BODY);
        assertThat(
                        value(
                                "select bool_and(expires_at between now() + interval '23 h'"
                                        + " and now() + interval '24 h') from idempotency"))
                .isEqualTo("t");
        sql("update idempotency set expires_at = now() - interval '1 s'");

        post(KEY, BODY.replace("Wire", "Tire")).then().statusCode(201);

        assertThat(made()).isEqualTo("3");
        assertThat(kept()).isEqualTo("1");
    }

    @Test
    @DisplayName("leaves neither the key nor the reply in the database")
    void encrypted() throws Exception {
        Response reply = post(KEY, BODY);
        String secret = reply.path("key");

        String dump =
                value(
                        "select string_agg(encode(key_hash, 'escape') || encode(fingerprint, 'escape')"
                                + " || encode(reply, 'escape'), ' ') from idempotency");

        assertThat(dump)
                .isNotEmpty()
                .doesNotContain(KEY, secret, secret.substring(40), "Wire", "byl_", "Location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00e9", "a\tb"})
    @DisplayName("that is no printable ASCII is 400")
    void malformed(String key) {
        post(key, BODY)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("Idempotency-Key"));
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256})
    @DisplayName("may have 255 characters")
    void length(int length) {
        post("k".repeat(length), BODY).then().statusCode(length > 255 ? 400 : 201);
    }

    @Test
    @DisplayName("given twice is 400")
    void twice() {
        request()
                .header("Idempotency-Key", "a", "b")
                .body(BODY)
                .post(KEYS)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("repeated"));
    }

    @Test
    @DisplayName("is optional: without one each request stands for itself")
    void optional() throws Exception {
        request().body(BODY).post(KEYS).then().statusCode(201);
        request().body(BODY).post(KEYS).then().statusCode(201);

        assertThat(made()).isEqualTo("2");
        assertThat(kept()).isEqualTo("0");
    }

    private static Response post(String key, String body) {
        return request().header("Idempotency-Key", key).body(body).post(KEYS);
    }

    private static RequestSpecification request() {
        return newsroom().contentType(ContentType.JSON);
    }

    /** How many keys were made. */
    private String made() throws SQLException {
        return value("select count(*) from api_key where name <> 'bootstrap'");
    }

    private String kept() throws SQLException {
        return value("select count(*) from idempotency");
    }

    private String value(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
