package dev.byline.related;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles;
import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("GET /v1/articles/{article}/related")
class RelatedLinksTest extends ApiTest {

    @BeforeEach
    void labels() {
        label("sections", "News");
        label("sections", "Sport");
        label("tags", "Flood");
        label("tags", "Harbour");
    }

    @Nested
    @DisplayName("with curated links")
    class Curated {

        @Test
        @DisplayName("shows them in the editor's order, articles and pages elsewhere")
        void order() {
            Saved first = plain("First").published();
            Saved second = plain("Second").published();
            Saved from = plain("From").published();
            put(
                            from,
                            Map.of("rel", "background", "article", second.slug()),
                            Map.of(
                                    "rel",
                                    "source",
                                    "url",
                                    "HTTPS://Example.org:443",
                                    "title",
                                    "The report"),
                            Map.of("rel", "related", "article", first.id(), "title", "Own words"))
                    .then()
                    .statusCode(200);

            related(from)
                    .then()
                    .statusCode(200)
                    .body("items.rel", contains("background", "source", "related"))
                    .body("items.kind", contains("article", "external", "article"))
                    .body("items.origin", everyItem(equalTo("curated")))
                    .body("items.title", contains("Second", "The report", "Own words"))
                    .body(
                            "items.url",
                            contains(
                                    "/v1/articles/second",
                                    "https://example.org/",
                                    "/v1/articles/first"))
                    .body("items[0].article.headline", equalTo("Second"))
                    .body("items[1].containsKey('article')", is(false))
                    .body("page.limit", equalTo(6));
        }

        @Test
        @DisplayName("hides a link while its article is hidden, and loses nothing")
        void comesBack() {
            Saved target = plain("Target").published();
            Saved from = plain("From").published();
            put(from, Map.of("rel", "related", "article", target.id()));

            target = target.unpublish();
            related(from).then().body("items", empty());
            target = target.publish(Map.of());
            related(from).then().body("items.title", contains("Target"));
            from.reread().unpublish().publish(Map.of());
            related(from).then().body("items.title", contains("Target"));
        }

        @Test
        @DisplayName("links back where a link is mutual")
        void mutual() {
            Saved target = plain("Target").published();
            Saved from = plain("From").published();
            put(from, Map.of("rel", "next", "article", target.id(), "mutual", true));

            related(target)
                    .then()
                    .body("items.rel", contains("previous"))
                    .body("items.title", contains("From"))
                    .body("items.origin", contains("curated"));
        }

        @Test
        @DisplayName("counts towards the limit")
        void limit() {
            Saved first = plain("First").published();
            Saved second = plain("Second").published();
            Saved from = plain("From").published();
            put(
                    from,
                    Map.of("rel", "related", "article", first.id()),
                    Map.of("rel", "related", "article", second.id()));

            reader().get("/v1/articles/{id}/related?limit=1", from.id())
                    .then()
                    .body("items.title", contains("First"))
                    .body("page.limit", equalTo(1));
        }
    }

    @Nested
    @DisplayName("without enough of them")
    class Automatic {

        @Test
        @DisplayName("adds what shares tags, the rarer the better")
        void rarity() {
            Saved harbour = tagged("Rare and near", "harbour").published();
            for (int i = 0; i < 4; i++) {
                tagged("Common " + (char) ('a' + i) + " " + i, "flood").published();
            }
            Saved from = tagged("From", "flood", "harbour").published();

            related(from)
                    .then()
                    .body("items", hasSize(5))
                    .body("items[0].article.id", equalTo(harbour.id()))
                    .body("items.origin", everyItem(equalTo("automatic")))
                    .body("items.rel", everyItem(equalTo("related")))
                    .body("items.score", everyItem(notNullValue()));
        }

        @Test
        @DisplayName("prefers the one whose words are alike")
        void words() {
            tagged("Council meets about budget", "flood").published();
            Saved alike = tagged("Storm surge hits the old harbour", "flood").published();
            tagged("Schools reopen on Monday", "flood").published();
            Saved from = tagged("After the storm surge, a harbour counts", "flood").published();

            related(from).then().body("items[0].article.id", equalTo(alike.id()));
        }

        @Test
        @DisplayName("keeps to the language")
        void language() {
            tagged("Deutsch", "harbour").with("language", "de").published();
            Saved from = tagged("From", "harbour").published();

            related(from).then().body("items", empty());
        }

        @Test
        @DisplayName("never shows a hidden article, nor lets it weigh")
        void hidden() throws Exception {
            Saved embargoed = tagged("Embargoed", "harbour").published();
            tagged("Draft", "harbour").draft();
            Saved seen = tagged("Seen", "harbour").published();
            Saved from = tagged("From", "harbour").published();
            sql(
                    "update article set embargo_until = now() + interval '1 h' where id = '%s'"
                            .formatted(embargoed.id()));
            String with = related(from).asString();
            sql("delete from shelf where article_id = '%s'".formatted(embargoed.id()));

            assertThat(related(from).asString()).isEqualTo(with).contains(seen.id());
            related(from).then().body("items", hasSize(1));
        }

        @Test
        @DisplayName("never repeats a curated link, nor the article itself")
        void once() {
            Saved target = tagged("Target", "harbour").published();
            Saved from = tagged("From", "harbour").published();
            put(from, Map.of("rel", "background", "article", target.id()));

            related(from).then().body("items.rel", contains("background"));
        }

        @Test
        @DisplayName("leaves out an older report of the same story")
        void duplicates() {
            tagged("Harbour gates close before surge", "harbour")
                    .publishedAt("2026-01-01T10:00:00Z");
            Saved newer =
                    tagged("Harbour gates close before the surge", "harbour")
                            .publishedAt("2026-01-01T11:00:00Z");
            Saved from = tagged("What it costs", "harbour").published();

            related(from).then().body("items.article.id", contains(newer.id()));
        }

        @Test
        @DisplayName("names the neighbours in a series by their order of publication")
        void series() {
            newsroom(Map.of("name", "Long read", "type", "series"))
                    .post("/v1/newsroom/tags")
                    .then()
                    .statusCode(201);
            tagged("Part one", "long-read").publishedAt("2026-01-01T10:00:00Z");
            tagged("Two of three", "long-read").publishedAt("2026-01-02T10:00:00Z");
            tagged("The end", "long-read").publishedAt("2026-01-03T10:00:00Z");
            tagged("An epilogue", "long-read").publishedAt("2026-01-04T10:00:00Z");

            Response links = reader().get("/v1/articles/two-of-three/related");

            links.then()
                    .body("items.rel", contains("previous", "next", "related"))
                    .body("items.title", contains("Part one", "The end", "An epilogue"))
                    .body("items.origin", everyItem(equalTo("automatic")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"curated-only", "none"})
        @DisplayName("adds nothing where the article's policy forbids it")
        void policy(String policy) {
            Saved curated = plain("Curated").published();
            tagged("Target", "harbour").published();
            Saved from = tagged("From", "harbour").with("relatedPolicy", policy).published();
            put(from, Map.of("rel", "related", "article", curated.id()));

            related(from).then().body("items", hasSize(policy.equals("none") ? 0 : 1));
        }
    }

    @Nested
    @DisplayName("for anybody")
    class Reading {

        @Test
        @DisplayName("takes four statements, whatever the number of links")
        void bounded() {
            for (int i = 0; i < 8; i++) {
                tagged("Number " + i + " of " + (100 - i), "flood", "harbour").published();
            }
            Saved from = tagged("From", "flood", "harbour").published();
            related(from);

            assertThat(statements(() -> related(from))).isLessThanOrEqualTo(4);
        }

        @Test
        @DisplayName("comes with the article itself for include=related, for two statements more")
        void included() {
            for (int i = 0; i < 8; i++) {
                tagged("Number " + i + " of " + (100 - i), "flood", "harbour").published();
            }
            String path = "/v1/articles/" + tagged("From", "flood", "harbour").published().id();
            read(path + "?include=related");

            long alone = statements(() -> read(path));
            long more = statements(() -> read(path + "?include=related"));

            assertThat(more - alone).isBetween(1L, 2L);
            read(path + "?include=related")
                    .then()
                    .body("included.related.items", hasSize(6))
                    .body("included.related.page.limit", equalTo(6))
                    .body(
                            "included.related.items.article.id",
                            equalTo(read(path + "/related").path("items.article.id")));
            read(path).then().body("included", nullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "21", "-1", "x", "1.0", "١"})
        @DisplayName("refuses a limit out of 1 to 20")
        void limits(String limit) {
            Saved from = plain("From").published();
            reader().queryParam("limit", limit)
                    .get("/v1/articles/{id}/related", from.id())
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("limit"));
        }

        @Test
        @DisplayName("is 404 for a hidden article as for an unknown one")
        void hidden() {
            Saved draft = plain("Draft").draft();
            related(draft).then().statusCode(404);
        }
    }

    @Nested
    @DisplayName("PUT /v1/newsroom/articles/{id}/related")
    class Replacing {

        @Test
        @DisplayName("names everything wrong at once, and changes nothing")
        void refuses() {
            Saved target = plain("Target").published();
            Saved from = plain("From").published();
            put(from, Map.of("rel", "related", "article", target.id()));

            put(
                            from.reread(),
                            Map.of("rel", "related", "article", from.id()),
                            Map.of("rel", "related", "article", "no-such-article"),
                            Map.of("rel", "related", "article", target.id()),
                            Map.of("rel", "related", "article", target.slug()),
                            Map.of("rel", "source", "url", "https://example.org"),
                            Map.of("rel", "source", "url", "https://example.org/", "title", "T"),
                            Map.of("rel", "source"),
                            Map.of(
                                    "rel",
                                    "source",
                                    "url",
                                    "https://a.example",
                                    "title",
                                    "T",
                                    "mutual",
                                    true))
                    .then()
                    .statusCode(400)
                    .body(
                            "errors.pointer",
                            contains(
                                    "/items/0/article",
                                    "/items/1/article",
                                    "/items/3/article",
                                    "/items/4/title",
                                    "/items/5/url",
                                    "/items/6",
                                    "/items/7/mutual"));
            related(from).then().body("items", hasSize(1));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "javascript:alert(1)",
                    "data:text/html,x",
                    "//example.org",
                    "https://user:pass@example.org/",
                    "https://",
                    "file:///etc/passwd"
                })
        @DisplayName("takes http and https addresses only")
        void urls(String url) {
            Saved from = plain("From").published();
            put(from, Map.of("rel", "source", "url", url, "title", "T"))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", containsString("/items/0/url"));
        }

        @Test
        @DisplayName("needs the article's version, and gives a new one")
        void versions() {
            Saved from = plain("From").published();
            Map<String, Object> none = Map.of("items", List.of());
            newsroom(none)
                    .put("/v1/newsroom/articles/{id}/related", from.id())
                    .then()
                    .statusCode(428);
            Response changed =
                    put(from, Map.of("rel", "source", "url", "https://a.example", "title", "T"));
            changed.then().statusCode(200).body("items[0].url", equalTo("https://a.example/"));
            assertThat(changed.header("ETag")).isNotEqualTo(from.etag());
            put(from).then().statusCode(412);
            newsroom()
                    .get("/v1/newsroom/articles/{id}/related", from.id())
                    .then()
                    .header("ETag", changed.header("ETag"))
                    .body(equalTo(changed.asString()));
        }

        @Test
        @DisplayName("of the same list changes nothing")
        void unchanged() {
            Saved from = plain("From").published();
            Map<String, Object> link =
                    Map.of("rel", "source", "url", "https://a.example/", "title", "T");
            Response first = put(from, link);
            assertThat(put(from.reread(), link).header("ETag")).isEqualTo(first.header("ETag"));
        }
    }

    private static Articles plain(String headline) {
        return article(headline).with("section", "sport").with("relatedPolicy", "curated-only");
    }

    private static Articles tagged(String headline, String... tags) {
        return article(headline).with("tags", List.of(tags)).with("section", "news");
    }

    private static Response related(Saved article) {
        return reader().get("/v1/articles/{id}/related", article.id());
    }

    private static Response put(Saved article, Object... items) {
        return newsroom(Map.of("items", List.of(items)))
                .header("If-Match", article.etag())
                .put("/v1/newsroom/articles/{id}/related", article.id());
    }
}
