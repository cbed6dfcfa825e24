package dev.byline.article;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("/v1/newsroom/articles")
class WriteArticleTest extends ApiTest {

    private static final String PATH = "/v1/newsroom/articles";

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    @Nested
    @DisplayName("POST")
    class Create {

        @Test
        @DisplayName("makes a draft out of a headline alone")
        void headlineAlone() {
            Response reply = newsroom(Map.of("headline", "Über die Brücke")).post(PATH);

            reply.then()
                    .statusCode(201)
                    .header("Location", PATH + "/" + reply.path("id"))
                    .header("ETag", "\"1\"")
                    .body("slug", equalTo("uber-die-brucke"))
                    .body("state", equalTo("draft"))
                    .body("version", equalTo(1))
                    .body("hasUnpublishedChanges", equalTo(false))
                    .body("input", equalTo(Map.of("headline", "Über die Brücke")))
                    .body("createdBy", startsWith("key:"));
            newsroom().get(reply.header("Location")).then().statusCode(200).header("ETag", "\"1\"");
        }

        @ParameterizedTest
        @CsvSource({
            "'Привет, мир', privet-mir",
            "Καλημέρα κόσμε, kalemera-kosme",
            "新闻自由, xin-wen-zi-you",
            "'!!!', article",
            "\uD83D\uDE00, article",
            "Don't panic: 5% more, dont-panic-5-more"
        })
        @DisplayName("makes a readable slug from any script")
        void scripts(String headline, String slug) {
            newsroom(Map.of("headline", headline))
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .body("slug", equalTo(slug));
        }

        @Test
        @DisplayName("makes slugs unique, and refuses a typed one that is taken")
        void unique() {
            article("Same").draft();
            assertThat(article("Same").draft().slug()).isEqualTo("same-2");
            assertThat(article("Same").draft().slug()).isEqualTo("same-3");
            newsroom(article("Other").with("slug", "same").input())
                    .post(PATH)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("slug-taken"));
            String other = PATH + "/" + article("Other").draft().id();
            for (String method : List.of("PUT", "PATCH")) {
                newsroom(article("Other").with("slug", "same").input())
                        .header("If-Match", "\"1\"")
                        .queryParam("note", "a better address")
                        .request(method, other)
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("slug-taken"));
            }
        }

        @Test
        @DisplayName("converts bodyHtml to blocks and keeps them as the input")
        void bodyHtml() {
            Response reply =
                    newsroom(
                                    article("Html")
                                            .without("body")
                                            .with(
                                                    "bodyHtml",
                                                    "<p>One <b onclick=x>two</b><script>alert(1)</script></p><h2>Three</h2>")
                                            .input())
                            .post(PATH);

            reply.then()
                    .statusCode(201)
                    .body("input", not(hasKey("bodyHtml")))
                    .body("input.body.type", contains("paragraph", "heading"))
                    .body("body[0].html", equalTo("One <b>two</b>"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"headline\":\" \"} -> /headline required",
                    "{} -> /headline required",
                    "{\"headline\":5} -> /headline wrong-type",
                    "{\"headline\":null} -> /headline required",
                    "{\"headline\":[\"a\"]} -> /headline wrong-type",
                    "{\"headline\":{}} -> /headline wrong-type",
                    "{\"headline\":\"a\\u0000\"} -> /headline invalid-text",
                    "{\"headline\":\"a\\ud800\"} -> /headline invalid-text",
                    "{\"headline\":\"a\",\"id\":\"x\"} -> /id unknown-member",
                    "{\"headline\":\"a\",\"state\":\"published\"} -> /state unknown-member",
                    "{\"headline\":\"a\",\"version\":7} -> /version unknown-member",
                    "{\"headline\":\"a\",\"createdBy\":\"me\"} -> /createdBy unknown-member",
                    "{\"headline\":\"a\",\"publishedAt\":\"2020-01-01T00:00:00Z\"} -> /publishedAt unknown-member",
                    "{\"headline\":\"a\",\"@class\":\"java.util.ArrayList\"} -> /@class unknown-member",
                    "{\"headline\":\"a\",\"__proto__\":{}} -> /__proto__ unknown-member",
                    "{\"headline\":\"a\",\"slug\":\"a\\u202eb\"} -> /slug malformed",
                    "{\"headline\":\"a\",\"slug\":\"UPPER\"} -> /slug malformed",
                    "{\"headline\":\"a\",\"slug\":\"0190c0de-0000-7000-8000-000000000000\"} -> /slug malformed",
                    "{\"headline\":\"a\",\"section\":\"nowhere\"} -> /section unknown-reference",
                    "{\"headline\":\"a\",\"tags\":[\"no\",\"nope\"]} -> /tags/1 unknown-reference",
                    "{\"headline\":\"a\",\"authors\":[{\"author\":\"nobody\"}]} -> /authors/0/author unknown-reference",
                    "{\"headline\":\"a\",\"authors\":[{\"author\":5}]} -> /authors/0/author wrong-type",
                    "{\"headline\":\"a\",\"type\":\"novel\"} -> /type wrong-type",
                    "{\"headline\":\"a\",\"type\":0} -> /type wrong-type",
                    "{\"headline\":\"a\",\"language\":\"english!\"} -> /language malformed",
                    "{\"headline\":\"a\",\"canonicalUrl\":\"javascript:alert(1)\"} -> /canonicalUrl malformed",
                    "{\"headline\":\"a\",\"source\":{\"name\":\"x\",\"url\":\"ftp://x\"}} -> /source/url malformed",
                    "{\"headline\":\"a\",\"body\":[{\"type\":\"paragraph\"}]} -> /body/0/html required",
                    "{\"headline\":\"a\",\"body\":[{\"type\":\"heading\",\"level\":9,\"text\":\"x\"}]} -> /body/0/level out-of-range",
                    "{\"headline\":\"a\",\"body\":[{\"type\":\"blink\"}]} -> /body/0 unknown",
                    "{\"headline\":\"a\",\"body\":[{\"html\":\"x\"}]} -> /body/0 unknown",
                    "{\"headline\":\"a\",\"body\":[{\"type\":\"paragraph\",\"html\":\"x\",\"class\":\"y\"}]} -> /body/0/class unknown-member",
                    "{\"headline\":\"a\",\"body\":[null]} -> /body/0 required",
                    "{\"headline\":\"a\",\"body\":\"x\"} -> /body wrong-type",
                    "{\"headline\":\"a\",\"body\":[],\"bodyHtml\":\"x\"} -> /bodyHtml malformed",
                    "{\"headline\":\"a\",\"labels\":[\"Not Kebab\"]} -> /labels/0 malformed",
                    "[] ->  wrong-type"
                })
        @DisplayName("refuses bad input with a pointer to it, and writes nothing")
        void refuses(String row) {
            String[] parts = row.split(" -> ");
            String[] expected = parts[1].split(" ");

            Response reply = newsroom(parts[0]).post(PATH);

            reply.then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem(expected[0]))
                    .body("errors.code", hasItem(expected[1]));
            newsroom().get(PATH).then().body("items.size()", equalTo(0));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "null",
                    "{",
                    "{\"headline\":\"a\"",
                    "{\"headline\":\"a\"} x",
                    "{\"headline\":\"a\",\"headline\":\"b\"}",
                    "{'headline':'a'}",
                    "{\"headline\":\"a\",}",
                    "NaN",
                    "{\"headline\":\"a\\x\"}",
                    "\uFEFF"
                })
        @DisplayName("refuses what is not one JSON document")
        void notJson(String body) {
            newsroom().contentType(ContentType.JSON).body(body).post(PATH).then().statusCode(400);
            newsroom().get(PATH).then().body("items.size()", equalTo(0));
        }

        @Test
        @DisplayName(
                "refuses invalid UTF-8, deep nesting, huge numbers, 10 MB and other media types")
        void hostile() throws Exception {
            newsroom()
                    .contentType(ContentType.JSON)
                    .body(new byte[] {'{', '"', 'h', (byte) 0xff, '"', ':', '1', '}'})
                    .post(PATH)
                    .then()
                    .statusCode(400);
            assertThat(raw("{\"headline\":\"a\",\"body\":" + "[".repeat(100_000))).isEqualTo(400);
            assertThat(
                            raw(
                                    "{\"headline\":\"a\",\"body\":[{\"type\":\"heading\","
                                            + "\"text\":\"x\",\"level\":1e1000000000}]}"))
                    .isEqualTo(400);
            assertThat(raw("{\"headline\":\"" + "a".repeat(1_100_000) + "\"}")).isEqualTo(413);
            newsroom()
                    .contentType("text/plain")
                    .body("{\"headline\":\"a\"}")
                    .post(PATH)
                    .then()
                    .statusCode(415);
            newsroom()
                    .contentType("application/x-www-form-urlencoded")
                    .body("headline=a")
                    .post(PATH)
                    .then()
                    .statusCode(415);
            newsroom().get(PATH).then().body("items.size()", equalTo(0));
        }

        /** The status of a body that REST Assured had better not look at. */
        private int raw(String body) throws Exception {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + RestAssured.port + PATH))
                            .header("Authorization", "Bearer " + Keys.ADMIN)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }

        @Test
        @DisplayName("reports all violations at once")
        void allAtOnce() {
            newsroom(
                            Map.of(
                                    "headline",
                                    "",
                                    "slug",
                                    "No",
                                    "canonicalUrl",
                                    "x",
                                    "body",
                                    List.of(Map.of("type", "heading", "text", "x", "level", 9))))
                    .post(PATH)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/headline"))
                    .body("errors.pointer", hasItem("/slug"))
                    .body("errors.pointer", hasItem("/canonicalUrl"))
                    .body("errors.pointer", hasItem("/body/0/level"));
        }
    }

    @Nested
    @DisplayName("PUT and PATCH")
    class Change {

        @Test
        @DisplayName("PUT of an unchanged input is a no-op")
        void noOp() {
            Saved saved = article("Same").with("kicker", "K").with("tags", List.of()).draft();
            Object input = newsroom().get(PATH + "/" + saved.id()).path("input");

            newsroom(input)
                    .header("If-Match", saved.etag())
                    .put(PATH + "/" + saved.id())
                    .then()
                    .statusCode(200)
                    .header("ETag", saved.etag())
                    .body("input", equalTo(input));
        }

        @Test
        @DisplayName("PATCH keeps what is absent and clears what is null")
        void patch() {
            Saved saved =
                    article("Story")
                            .with("kicker", "K")
                            .with("source", Map.of("name", "Wire", "url", "https://w.example/"))
                            .draft();
            Map<String, Object> patch = new HashMap<>();
            patch.put("kicker", null);
            patch.put("standfirst", "New");
            patch.put("source", Map.of("name", "Other"));

            newsroom()
                    .contentType("application/merge-patch+json")
                    .body(patch)
                    .header("If-Match", saved.etag())
                    .patch(PATH + "/" + saved.id())
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("$", not(hasKey("kicker")))
                    .body("input", not(hasKey("kicker")))
                    .body("standfirst", equalTo("New"))
                    .body("source", equalTo(Map.of("name", "Other", "url", "https://w.example/")));
        }

        @Test
        @DisplayName("need If-Match, and the current version")
        void ifMatch() {
            Saved saved = article("Story").draft();
            saved.change(Map.of("kicker", "K"));

            newsroom(Map.of("headline", "x"))
                    .put(PATH + "/" + saved.id())
                    .then()
                    .statusCode(428)
                    .body("code", equalTo("version-required"));
            newsroom(Map.of("headline", "x"))
                    .header("If-Match", saved.etag())
                    .put(PATH + "/" + saved.id())
                    .then()
                    .statusCode(412)
                    .body("version", equalTo(2));
            newsroom(Map.of("headline", "x"))
                    .header("If-Match", "W/\"2\"")
                    .patch(PATH + "/" + saved.id())
                    .then()
                    .statusCode(412);
            newsroom().get(PATH + "/" + saved.id()).then().body("headline", equalTo("Story"));
        }

        @Test
        @DisplayName("let exactly one of many writers at once win")
        void atOnce() throws Exception {
            Saved saved = article("Story").draft();
            var pool = Executors.newFixedThreadPool(8);
            List<Callable<Integer>> writers =
                    java.util.stream.IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(
                                    i ->
                                            () ->
                                                    newsroom(Map.of("kicker", "K" + i))
                                                            .header("If-Match", saved.etag())
                                                            .patch(PATH + "/" + saved.id())
                                                            .statusCode())
                            .toList();

            List<Integer> statuses =
                    pool.invokeAll(writers).stream()
                            .map(
                                    f -> {
                                        try {
                                            return f.get();
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                    })
                            .toList();
            pool.shutdown();

            assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s == 412).hasSize(7);
            newsroom().get(PATH + "/" + saved.id()).then().body("version", equalTo(2));
        }

        @Test
        @DisplayName("refuse a bad patch as a bad record")
        void badPatch() {
            Saved saved = article("Story").draft();
            newsroom()
                    .contentType("application/merge-patch+json")
                    .body("[]")
                    .header("If-Match", saved.etag())
                    .patch(PATH + "/" + saved.id())
                    .then()
                    .statusCode(400);
            newsroom(Map.of("state", "published"))
                    .header("If-Match", saved.etag())
                    .patch(PATH + "/" + saved.id())
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/state"));
            newsroom("{\"headline\":null}")
                    .header("If-Match", saved.etag())
                    .patch(PATH + "/" + saved.id())
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/headline"));
            newsroom(Map.of("headline", "x"))
                    .header("If-Match", "*")
                    .put(PATH + "/00000000-0000-7000-8000-000000000000")
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    @DisplayName("publish and unpublish")
    class Publish {

        @Test
        @DisplayName("saving a published article changes the working copy only")
        void savingIsNotPublishing() {
            Saved saved = article("First").published();
            Saved changed = saved.change(Map.of("headline", "Second"));
            read("/v1/articles/first").then().body("headline", equalTo("First"));
            newsroom()
                    .get(PATH + "/" + saved.id())
                    .then()
                    .body("headline", equalTo("Second"))
                    .body("slug", equalTo("first"))
                    .body("hasUnpublishedChanges", equalTo(true));

            changed.publish(Map.of());

            read("/v1/articles/first").then().body("headline", equalTo("Second"));
            newsroom()
                    .get(PATH + "/" + saved.id())
                    .then()
                    .body("hasUnpublishedChanges", equalTo(false))
                    .body("state", equalTo("published"));
        }

        @Test
        @DisplayName("publish needs a section, a language and a body")
        void needs() {
            Saved saved = Saved(newsroom(Map.of("headline", "Bare")).post(PATH));
            newsroom(Map.of())
                    .header("If-Match", saved.etag())
                    .post(PATH + "/" + saved.id() + "/publish")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("not-publishable"))
                    .body("errors.pointer", containsInAnyOrder("/section", "/language", "/body"));
            newsroom()
                    .get(PATH + "/" + saved.id())
                    .then()
                    .body("state", equalTo("draft"))
                    .header("ETag", saved.etag());
        }

        @Test
        @DisplayName("publish with a future time is 422, with a past one an import")
        void times() {
            Saved saved = article("Timed").draft();
            newsroom(Map.of("at", "2999-01-01T00:00:00Z"))
                    .header("If-Match", saved.etag())
                    .post(PATH + "/" + saved.id() + "/publish")
                    .then()
                    .statusCode(422);
            saved.publish(Map.of("at", "1999-12-31T23:59:59Z"));
            read("/v1/articles/timed")
                    .then()
                    .body("publishedAt", equalTo("1999-12-31T23:59:59Z"))
                    .body("firstPublishedAt", equalTo("1999-12-31T23:59:59Z"));
        }

        @Test
        @DisplayName("gates stay when absent and go when null")
        void gates() {
            Saved saved =
                    article("Gated")
                            .draft()
                            .publish(
                                    Map.of(
                                            "expiresAt",
                                            "2999-01-01T00:00:00Z",
                                            "embargoUntil",
                                            "2998-01-01T00:00:00Z"));
            read("/v1/articles/gated").then().statusCode(404);
            Map<String, Object> clear = new HashMap<>();
            clear.put("embargoUntil", null);
            saved.publish(clear);
            read("/v1/articles/gated").then().statusCode(200);
            newsroom()
                    .get(PATH + "/" + saved.id())
                    .then()
                    .body("expiresAt", equalTo("2999-01-01T00:00:00Z"))
                    .body("$", not(hasKey("embargoUntil")));
        }

        @Test
        @DisplayName("forbidden transitions are 409")
        void transitions() {
            Saved draft = article("Draft").draft();
            newsroom(Map.of())
                    .header("If-Match", draft.etag())
                    .post(PATH + "/" + draft.id() + "/unpublish")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("forbidden-transition"));
            Saved published = article("Published").published();
            newsroom()
                    .header("If-Match", published.etag())
                    .delete(PATH + "/" + published.id())
                    .then()
                    .statusCode(409);
            Saved back = published.unpublish();
            newsroom()
                    .header("If-Match", back.etag())
                    .delete(PATH + "/" + back.id())
                    .then()
                    .statusCode(409);
            newsroom()
                    .header("If-Match", draft.etag())
                    .delete(PATH + "/" + draft.id())
                    .then()
                    .statusCode(204);
            newsroom().get(PATH + "/" + draft.id()).then().statusCode(404);
            assertThat(article("Draft").draft().slug()).isEqualTo("draft");
        }

        @Test
        @DisplayName("a slug that was public is never given to another article")
        void slugForEver() {
            Saved saved = article("Famous").published();
            saved.change(Map.of("slug", "other")).publish(Map.of()).unpublish();
            newsroom(article("X").with("slug", "famous").input()).post(PATH).then().statusCode(409);
            newsroom(article("X").with("slug", "other").input()).post(PATH).then().statusCode(409);
        }

        private static Saved Saved(Response reply) {
            return new Saved(reply.path("id"), reply.path("slug"), reply.header("ETag"));
        }
    }

    @Test
    @DisplayName("GET lists any state, filtered, and refuses unknown states")
    void list() {
        article("Draft").with("type", "opinion").draft();
        article("Published").published();
        newsroom()
                .get(PATH + "?total=true")
                .then()
                .body("items.headline", contains("Published", "Draft"))
                .body("page.total", equalTo(2));
        newsroom().get(PATH + "?state=draft").then().body("items.headline", contains("Draft"));
        newsroom()
                .get(PATH + "?state=draft,published&section=news&type=opinion")
                .then()
                .body("items.headline", contains("Draft"));
        newsroom()
                .get(PATH + "?state=lost")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("state"));
        String next = newsroom().get(PATH + "?limit=1").path("page.next");
        newsroom()
                .queryParams("limit", 1, "cursor", next)
                .get(PATH)
                .then()
                .body("items.headline", contains("Draft"));
    }

    @Test
    @DisplayName("is closed without a key")
    void closed() {
        reader().get(PATH).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        reader().contentType(ContentType.JSON).body("{}").post(PATH).then().statusCode(401);
        reader().header("Authorization", "Bearer byl_x_y").get(PATH).then().statusCode(401);
    }
}
