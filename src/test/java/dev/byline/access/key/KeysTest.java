package dev.byline.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.access.AccessTest;
import dev.byline.given.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("/v1/newsroom/keys")
class KeysTest extends AccessTest {

    @Nested
    @DisplayName("POST")
    class Create {

        @Test
        @DisplayName("issues a key that works, and tells where it is")
        void issues() {
            Response reply =
                    newsroom(
                                    Map.of(
                                            "name", "Wire importer",
                                            "roles", List.of("writer", "writer"),
                                            "expiresAt", "2099-01-01T00:00:00Z"))
                            .post(KEYS);

            reply.then()
                    .statusCode(201)
                    .header("Location", KEYS + "/" + reply.path("id"))
                    .body("name", equalTo("Wire importer"))
                    .body("roles", contains("writer"))
                    .body("expiresAt", equalTo("2099-01-01T00:00:00Z"))
                    .body("key", matchesPattern("byl_[0-9a-f]{32}_[0-9A-Za-z]{43}"));
            with(reply.path("key")).get(ME).then().statusCode(200);
        }

        @Test
        @DisplayName("leaves no key in the database")
        void hashed() throws Exception {
            Issued key = issue("Wire importer", "writer");

            String dump = value("select string_agg(api_key::text, ' ') from api_key");

            assertThat(dump).contains("Wire importer").doesNotContain(secret(key), Keys.ADMIN);
        }

        @Test
        @DisplayName("shows the key in no later reply")
        void shownOnce() {
            Issued key = issue("Wire importer", "writer");

            String later =
                    newsroom().get(KEYS).asString()
                            + newsroom().get(KEYS + "/" + key.id()).asString();

            assertThat(later).contains("Wire importer").doesNotContain(secret(key));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"name\":\"\",\"roles\":[\"writer\"]} | /name | required",
                    "{\"roles\":[\"writer\"]} | /name | required",
                    "{\"name\":{},\"roles\":[\"writer\"]} | /name | wrong-type",
                    "{\"name\":\"x\",\"roles\":[]} | /roles | required",
                    "{\"name\":\"x\"} | /roles | required",
                    "{\"name\":\"x\",\"roles\":\"writer\"} | /roles | wrong-type",
                    "{\"name\":\"x\",\"roles\":[\"boss\"]} | /roles/0 | wrong-type",
                    "{\"name\":\"x\",\"roles\":[0]} | /roles/0 | wrong-type",
                    "{\"name\":\"x\",\"roles\":[\"writer\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"} | /expiresAt | out-of-range",
                    "{\"name\":\"x\",\"roles\":[\"writer\"],\"expiresAt\":\"tomorrow\"} | /expiresAt | wrong-type",
                    "{\"name\":\"x\",\"roles\":[\"writer\"],\"key\":\"y\"} | /key | unknown-member",
                    "{\"name\":\"x\",\"roles\":[\"writer\"],\"createdBy\":\"y\"} | /createdBy | unknown-member",
                    "null | '' | required"
                })
        @DisplayName("refuses bad input and says where")
        void refuses(String json, String pointer, String code) throws Exception {
            newsroom()
                    .contentType(ContentType.JSON)
                    .body(json)
                    .post(KEYS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem(pointer))
                    .body("errors.code", hasItem(code));
            assertThat(value("select count(*) from api_key")).isEqualTo("1");
        }

        @Test
        @DisplayName("takes JSON only")
        void mediaType() {
            newsroom().contentType(ContentType.TEXT).body("{}").post(KEYS).then().statusCode(415);
        }
    }

    @Nested
    @DisplayName("GET")
    class Read {

        @Test
        @DisplayName("lists the newest first, page by page, in both directions")
        void pages() {
            List<String> ids =
                    List.of(
                            issue("C", "writer").id(),
                            issue("B", "writer").id(),
                            issue("A", "writer").id());

            Response first = newsroom().get(KEYS + "?limit=2&total=true");
            Response second = newsroom().get(KEYS + "?limit=2&cursor=" + first.path("page.next"));
            Response back = newsroom().get(KEYS + "?limit=2&cursor=" + second.path("page.prev"));

            first.then()
                    .body("items.id", contains(ids.get(2), ids.get(1)))
                    .body("page", not(hasKey("prev")))
                    .body("page.total", equalTo(4));
            second.then()
                    .body("items.id", contains(ids.get(0), bootstrapId()))
                    .body("page", not(hasKey("next")));
            back.then().body("items.id", equalTo(first.path("items.id")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"limit=0", "limit=101", "cursor=abc", "total=1", "sort=name", "q=x"})
        @DisplayName("refuses parameters that it doesn't take")
        void parameters(String query) {
            newsroom()
                    .get(KEYS + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo(query.substring(0, query.indexOf('='))));
        }

        @Test
        @DisplayName("tells who made a key and when it was used")
        void item() {
            Issued key = issue("Wire importer", "writer");
            newsroom().get(KEYS + "/" + key.id()).then().body("$", not(hasKey("lastUsedAt")));

            with(key.key()).get(ME);

            newsroom()
                    .get(KEYS + "/" + key.id())
                    .then()
                    .statusCode(200)
                    .body("createdBy", equalTo("key:" + bootstrapId()))
                    .body("createdAt", notNullValue())
                    .body("lastUsedAt", notNullValue())
                    .body("revokedAt", nullValue());
        }

        @Test
        @DisplayName("writes the time of use at most once a minute")
        void lastUsed() throws Exception {
            Issued key = issue("Wire importer", "writer");
            String version = "select xmin::text from api_key where name = 'Wire importer'";
            with(key.key()).get(ME);
            String after = value(version);

            with(key.key()).get(ME);
            assertThat(value(version)).isEqualTo(after);

            sql(
                    "update api_key set last_used_at = now() - interval '61 s' where name = 'Wire importer'");
            after = value(version);
            with(key.key()).get(ME);
            assertThat(value(version)).isNotEqualTo(after);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/00000000-0000-7000-8000-0000000000ff", "/nonsense", "/%00"})
        @DisplayName("answers 404 for no key's id")
        void unknown(String id) {
            newsroom().urlEncodingEnabled(false).get(KEYS + id).then().statusCode(404);
        }
    }

    @Nested
    @DisplayName("DELETE")
    class Revoke {

        @Test
        @DisplayName("ends the key at once, and again changes nothing")
        void revokes() {
            Issued key = issue("Wire importer", "writer");
            with(key.key()).get(ME).then().statusCode(200);

            newsroom().delete(KEYS + "/" + key.id()).then().statusCode(204);
            String at = newsroom().get(KEYS + "/" + key.id()).path("revokedAt");
            newsroom().delete(KEYS + "/" + key.id()).then().statusCode(204);

            with(key.key()).get(ME).then().statusCode(401);
            newsroom().get(KEYS + "/" + key.id()).then().body("revokedAt", equalTo(at));
        }

        @Test
        @DisplayName("by another node is seen by the next request: no key is remembered")
        void otherNode() throws Exception {
            Issued key = issue("Wire importer", "writer");
            with(key.key()).get(ME).then().statusCode(200);

            sql("update api_key set revoked_at = now() where name = 'Wire importer'");

            with(key.key()).get(ME).then().statusCode(401);
        }

        @Test
        @DisplayName("refuses to end the last usable admin key")
        void lastAdmin() throws Exception {
            Issued expired = issue("Expired", "admin");
            sql("update api_key set expires_at = now() - interval '1 s' where name = 'Expired'");

            newsroom()
                    .delete(KEYS + "/" + bootstrapId())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("last-admin-key"));

            Issued other = issue("Other", "admin");
            newsroom().delete(KEYS + "/" + expired.id()).then().statusCode(204);
            newsroom().delete(KEYS + "/" + bootstrapId()).then().statusCode(204);
            newsroom().get(ME).then().statusCode(401);
            with(other.key()).delete(KEYS + "/" + other.id()).then().statusCode(409);
        }

        @Test
        @DisplayName("leaves an admin key when two end each other at once")
        void race() throws Exception {
            Issued other = issue("Other", "admin");
            String bootstrap = bootstrapId();
            Callable<Integer> one = () -> newsroom().delete(KEYS + "/" + other.id()).statusCode();
            Callable<Integer> two =
                    () -> with(other.key()).delete(KEYS + "/" + bootstrap).statusCode();

            var pool = Executors.newFixedThreadPool(2);
            try {
                for (var reply : pool.invokeAll(List.of(one, two))) {
                    assertThat(reply.get()).isIn(204, 409, 401);
                }
            } finally {
                pool.shutdown();
            }

            assertThat(value("select count(*) from api_key where revoked_at is null"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"writer", "editor", "moderator"})
    @DisplayName("are for admins only")
    void roles(String role) {
        Issued key = issue("Somebody", role);

        List<Integer> replies =
                List.of(
                        with(key.key()).get(KEYS).statusCode(),
                        with(key.key()).get(KEYS + "/" + key.id()).statusCode(),
                        with(key.key()).delete(KEYS + "/" + key.id()).statusCode(),
                        with(key.key())
                                .contentType(ContentType.JSON)
                                .body(Map.of("name", "x", "roles", List.of("admin")))
                                .post(KEYS)
                                .statusCode());

        assertThat(replies).containsOnly(403);
    }

    private static String secret(Issued key) {
        return key.key().substring(key.key().lastIndexOf('_') + 1);
    }
}
