package dev.byline.article;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("smoke")
@DisplayName("GET /v1/articles/{article}")
class ReadArticleTest extends ApiTest {

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    @Test
    @DisplayName("replies with the whole article, by slug and by id alike")
    void whole() {
        label("tags", "Flood");
        label("authors", "Ann Lee");
        label("authors", "Bo Ek");
        var saved =
                article("Harbour gates closed")
                        .with("kicker", "Weather")
                        .with("standfirst", "In time.")
                        .with("tags", List.of("flood"))
                        .with(
                                "authors",
                                List.of(
                                        Map.of("author", "bo-ek", "role", "reporter"),
                                        Map.of("author", "ann-lee")))
                        .with("dateline", "Varnholt")
                        .with("source", Map.of("name", "Wire", "url", "https://wire.example/1"))
                        .with("canonicalUrl", "https://paper.example/gates")
                        .with("labels", List.of("exclusive"))
                        .with("seo", Map.of("title", "Gates"))
                        .publishedAt("2026-03-01T13:00:00+01:00");

        Response bySlug = read("/v1/articles/harbour-gates-closed");

        bySlug.then()
                .statusCode(200)
                .body("id", equalTo(saved.id()))
                .body("type", equalTo("story"))
                .body("section.slug", equalTo("news"))
                .body("tags[0].type", equalTo("topic"))
                .body("authors.slug", contains("bo-ek", "ann-lee"))
                .body("authors[0].role", equalTo("reporter"))
                .body("authors[1]", not(hasKey("role")))
                .body("byline", equalTo("Bo Ek, Ann Lee"))
                .body("dateline", equalTo("Varnholt"))
                .body("source.name", equalTo("Wire"))
                .body("canonicalUrl", equalTo("https://paper.example/gates"))
                .body("firstPublishedAt", equalTo("2026-03-01T12:00:00Z"))
                .body("publishedAt", equalTo("2026-03-01T12:00:00Z"))
                .body("updatedAt", equalTo("2026-03-01T12:00:00Z"))
                .body("body[0].type", equalTo("paragraph"))
                .body("body[0].html", equalTo("Words about Harbour gates closed"))
                .body("wordCount", equalTo(5))
                .body("readingMinutes", equalTo(1))
                .body("labels", contains("exclusive"))
                .body("seo.title", equalTo("Gates"))
                .body("corrections", empty());
        assertThat(read("/v1/articles/" + saved.id()).asString()).isEqualTo(bySlug.asString());
    }

    @Test
    @DisplayName("leaves out absent values and says [] for empty lists")
    void sparse() {
        article("Bare").published();

        read("/v1/articles/bare")
                .then()
                .body(
                        "keySet()",
                        containsInAnyOrder(
                                "id",
                                "slug",
                                "type",
                                "headline",
                                "section",
                                "tags",
                                "authors",
                                "language",
                                "firstPublishedAt",
                                "publishedAt",
                                "updatedAt",
                                "wordCount",
                                "readingMinutes",
                                "labels",
                                "comments",
                                "body",
                                "corrections"))
                .body("tags", empty());
    }

    @Test
    @DisplayName("?fields trims the reply; id stays")
    void fields() {
        article("Bare").published();
        read("/v1/articles/bare?fields=body,headline")
                .then()
                .body("keySet()", containsInAnyOrder("id", "body", "headline"));
        read("/v1/articles/bare?fields=input").then().statusCode(400);
    }

    @Test
    @DisplayName("answers 308 from a former slug, while the article is visible")
    void formerSlug() {
        var saved = article("First name").published();
        saved = saved.change(Map.of("slug", "second-name"));
        read("/v1/articles/second-name").then().statusCode(404);
        saved = saved.publish(Map.of());

        Response former =
                reader().redirects().follow(false).get("/v1/articles/first-name?fields=headline");

        former.then()
                .statusCode(308)
                .header("Location", "/v1/articles/second-name?fields=headline");
        assertThat(former.header("Cache-Control")).isEqualTo("public, max-age=5");
        reader().redirects()
                .follow(false)
                .get("/v1/articles/first-name/corrections")
                .then()
                .statusCode(308)
                .header("Location", "/v1/articles/second-name/corrections");
        saved.unpublish();
        reader().redirects().follow(false).get("/v1/articles/first-name").then().statusCode(404);
    }

    @Test
    @DisplayName(
            "hides drafts, unpublished and not yet visible articles like ones that don't exist")
    void hidden() throws Exception {
        var draft = article("Draft").draft();
        var unpublished = article("Unpublished").published().unpublish();
        var scheduled = article("Scheduled").published();
        var embargoed = article("Embargoed").published();
        var expired = article("Expired").published();
        sql(
                "update article set published_at = now() + interval '1 hour', state = 'SCHEDULED' where slug = 'scheduled'");
        sql(
                "update shelf s set published_at = a.published_at from article a where a.id = s.article_id");
        sql(
                "update article set embargo_until = now() + interval '1 hour' where slug = 'embargoed'");
        sql("update article set expires_at = now() - interval '1 second' where slug = 'expired'");
        String unknown = read("/v1/articles/unknown").asString();

        for (var hidden : List.of(draft, unpublished, scheduled, embargoed, expired)) {
            for (String name : List.of(hidden.slug(), hidden.id())) {
                Response reply = read("/v1/articles/" + name);
                reply.then().statusCode(404);
                assertThat(reply.asString().replace(name, "unknown")).isEqualTo(unknown);
                read("/v1/articles/" + name + "/corrections").then().statusCode(404);
            }
        }
        read("/v1/articles?total=true")
                .then()
                .body("items", empty())
                .body("page.total", equalTo(0));
        read("/v1/articles?section=news&total=true")
                .then()
                .body("items", empty())
                .body("page.total", equalTo(0));
        read("/v1/sections/news").then().body("articleCount", equalTo(0));
    }

    @Test
    @DisplayName("shows an article from its time on and until it expires, without any job")
    void gates() throws Exception {
        article("Gated").published();
        sql(
                "update article set published_at = now() - interval '1 second', state = 'SCHEDULED',"
                        + " embargo_until = now() - interval '1 second', expires_at = now() + interval '1 hour'");
        read("/v1/articles/gated").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2f..%2fetc",
                "%00",
                "a%00",
                "Gated",
                "'",
                "1",
                "-",
                "a--b",
                "%E2%80%AE",
                "%FF"
            })
    @DisplayName("is 404 for what can be no slug")
    void noSlug(String path) {
        reader().urlEncodingEnabled(false).get("/v1/articles/" + path).then().statusCode(404);
    }

    @Test
    @DisplayName("replies the same whether or not a key is sent")
    void noAuthorization() {
        article("Bare").published();
        String plain = read("/v1/articles/bare").asString();
        assertThat(newsroom().get("/v1/articles/bare").asString()).isEqualTo(plain);
        assertThat(
                        reader().header("Authorization", "Bearer nonsense")
                                .get("/v1/articles/bare")
                                .asString())
                .isEqualTo(plain);
    }

    @Test
    @DisplayName("costs at most three statements")
    void statements() {
        label("tags", "Flood");
        label("authors", "Ann Lee");
        article("Full")
                .with("tags", List.of("flood"))
                .with("authors", List.of(Map.of("author", "ann-lee")))
                .published();
        assertThat(
                        statements(
                                () ->
                                        read("/v1/articles/full")
                                                .then()
                                                .statusCode(200)
                                                .body("tags", hasSize(1))))
                .isLessThanOrEqualTo(3);
    }
}
