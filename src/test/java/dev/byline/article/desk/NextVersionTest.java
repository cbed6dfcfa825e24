package dev.byline.article.desk;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/articles/{id}/schedule of a published article")
class NextVersionTest extends ApiTest {

    private static final String PATH = "/v1/newsroom/articles/";
    private static final String FUTURE = "2999-01-01T00:00:00Z";

    @Inject TimeKeeper keeper;

    @BeforeEach
    void labels() {
        label("sections", "News");
        label("sections", "Sport");
        label("tags", "Old tag");
        label("tags", "New tag");
        article("Other").publishedAt("2026-01-03T00:00:00Z");
    }

    /** Published in News, with a next version in Sport under another slug. */
    private Saved scheduled() {
        return schedule(
                article("First")
                        .with("tags", List.of("old-tag"))
                        .publishedAt("2026-01-01T00:00:00Z")
                        .change(
                                Map.of(
                                        "headline", "Second zebra",
                                        "slug", "second",
                                        "section", "sport",
                                        "language", "de",
                                        "tags", List.of("new-tag"))));
    }

    private Saved schedule(Saved saved) {
        Response reply =
                newsroom(Map.of("at", FUTURE, "update", "material"))
                        .header("If-Match", saved.etag())
                        .post(PATH + saved.id() + "/schedule");
        reply.then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("nextVersionAt", equalTo(FUTURE));
        return new Saved(saved.id(), saved.slug(), reply.header("ETag"));
    }

    /** Lets the instant pass; nothing else is written. */
    private void theInstantPasses() throws Exception {
        sql(
                "update article set next_at = date_trunc('milliseconds', now() - interval '1 second'),"
                        + " next_updated_at = date_trunc('milliseconds', now() - interval '1 second'),"
                        + " due_at = date_trunc('milliseconds', now() - interval '1 second') where next_at is not null");
        sql(
                "update shelf s set updated_at = a.next_updated_at, shown_from = a.next_at from article a"
                        + " where a.id = s.article_id and s.edition_id = a.next_id");
        sql(
                "update shelf s set shown_until = a.next_at from article a"
                        + " where a.id = s.article_id and s.edition_id = a.live_id");
    }

    @Test
    @DisplayName("leaves no trace of the next version before its time")
    void before() {
        Saved saved = scheduled();
        expectFirst(saved);
    }

    @Test
    @DisplayName("shows the next version everywhere from its instant on, without any job")
    void withoutJob() throws Exception {
        Saved saved = scheduled();
        theInstantPasses();
        expectSecond(saved);
    }

    @Test
    @DisplayName("shows the same after the job wrote it down, once")
    void afterJob() throws Exception {
        Saved saved = scheduled();
        theInstantPasses();
        String item = read("/v1/articles/second").asString();
        String list = read("/v1/articles?sort=updated").asString();

        keeper.settle();

        expectSecond(saved);
        assertThat(read("/v1/articles/second").asString()).isEqualTo(item);
        assertThat(read("/v1/articles?sort=updated").asString()).isEqualTo(list);
        Response desk = newsroom().get(PATH + saved.id());
        desk.then()
                .body("hasUnpublishedChanges", equalTo(false))
                .body("state", equalTo("published"));
        assertThat(desk.jsonPath().<Object>get("nextVersionAt")).isNull();
        keeper.settle();
        assertThat(newsroom().get(PATH + saved.id()).header("ETag")).isEqualTo(desk.header("ETag"));
    }

    @Test
    @DisplayName("keeps the scheduled version as it was when somebody saves meanwhile")
    void savesMeanwhile() throws Exception {
        Saved saved = scheduled();
        saved.change(Map.of("headline", "Third", "slug", "third"));
        newsroom(article("Thief").with("slug", "second").input()).post(PATH).then().statusCode(409);
        theInstantPasses();
        read("/v1/articles/second").then().body("headline", equalTo("Second zebra"));
        keeper.settle();
        read("/v1/articles/second").then().body("headline", equalTo("Second zebra"));
        newsroom().get(PATH + saved.id()).then().body("headline", equalTo("Third"));
    }

    @Test
    @DisplayName("is dropped by publishing, which shows the working copy at once")
    void publishing() {
        Saved saved = scheduled().change(Map.of("headline", "Third", "slug", "third"));
        saved.publish(Map.of());
        read("/v1/articles/third").then().statusCode(200);
        assertThat(newsroom().get(PATH + saved.id()).jsonPath().<Object>get("nextVersionAt"))
                .isNull();
        read("/v1/articles/second").then().statusCode(404);
        read("/v1/articles?tag=new-tag&total=true").then().body("page.total", equalTo(1));
    }

    @Test
    @DisplayName("is dropped by a takedown, and restoring the article does not bring it back")
    void takenDown() {
        Saved saved = scheduled();
        Response down =
                newsroom(Map.of("reason", "legal"))
                        .header("If-Match", "*")
                        .post(PATH + saved.id() + "/takedown");
        down.then().statusCode(200);
        newsroom()
                .header("If-Match", down.header("ETag"))
                .post(PATH + saved.id() + "/restore")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("hasUnpublishedChanges", equalTo(true));
        newsroom()
                .get(PATH + saved.id() + "/visibility")
                .then()
                .body("$", not(hasKey("nextVersionAt")));
    }

    @Test
    @DisplayName("an embargo given with it delays the next version alone")
    void embargo() {
        Saved saved = article("First").published().change(Map.of("headline", "Second"));
        newsroom(Map.of("at", "2998-01-01T00:00:00Z", "embargoUntil", FUTURE))
                .header("If-Match", saved.etag())
                .post(PATH + saved.id() + "/schedule")
                .then()
                .statusCode(200)
                .body("nextVersionAt", equalTo(FUTURE));
        read("/v1/articles/first").then().statusCode(200);
    }

    @Test
    @DisplayName("follows a section that moves meanwhile")
    void movedSection() throws Exception {
        label("sections", "Leisure");
        Saved saved = scheduled();
        Response sport = newsroom().get("/v1/newsroom/sections?limit=100");
        String id = sport.jsonPath().getString("items.find { it.slug == 'sport' }.id");
        String etag = newsroom().get("/v1/newsroom/sections/" + id).header("ETag");
        newsroom(Map.of("name", "Sport", "slug", "sport", "parent", "leisure"))
                .header("If-Match", etag)
                .put("/v1/newsroom/sections/" + id)
                .then()
                .statusCode(200);
        read("/v1/articles?section=leisure&total=true").then().body("page.total", equalTo(0));
        theInstantPasses();
        read("/v1/articles?section=leisure&total=true")
                .then()
                .body("items.id", contains(saved.id()))
                .body("page.total", equalTo(1));
    }

    private void expectFirst(Saved saved) {
        read("/v1/articles/first").then().body("headline", equalTo("First"));
        read("/v1/articles/second").then().statusCode(404);
        read("/v1/articles/" + saved.id()).then().body("slug", equalTo("first"));
        read("/v1/articles?section=news&total=true")
                .then()
                .body("items.headline", contains("Other", "First"))
                .body("page.total", equalTo(2));
        read("/v1/articles?section=sport&total=true")
                .then()
                .body("items", empty())
                .body("page.total", equalTo(0));
        read("/v1/articles?tag=new-tag").then().body("items", empty());
        read("/v1/articles?tag=old-tag,new-tag").then().body("items.slug", contains("first"));
        read("/v1/articles?language=de").then().body("items", empty());
        read("/v1/articles?q=zebra").then().body("items", empty());
        read("/v1/articles?sort=updated").then().body("items.headline", contains("Other", "First"));
        read("/v1/sections/news").then().body("articleCount", equalTo(2));
        read("/v1/sections/sport").then().body("articleCount", equalTo(0));
        read("/v1/tags/new-tag").then().statusCode(404);
        read("/v1/tags/old-tag").then().body("articleCount", equalTo(1));
    }

    private void expectSecond(Saved saved) {
        read("/v1/articles/second").then().body("headline", equalTo("Second zebra"));
        reader().redirects()
                .follow(false)
                .get("/v1/articles/first")
                .then()
                .statusCode(308)
                .header("Location", "/v1/articles/second");
        read("/v1/articles/" + saved.id())
                .then()
                .body("slug", equalTo("second"))
                .body("publishedAt", equalTo("2026-01-01T00:00:00Z"));
        read("/v1/articles").then().body("items.headline", contains("Other", "Second zebra"));
        read("/v1/articles?section=news&total=true")
                .then()
                .body("items.headline", contains("Other"))
                .body("page.total", equalTo(1));
        read("/v1/articles?section=sport&total=true")
                .then()
                .body("items.headline", contains("Second zebra"))
                .body("page.total", equalTo(1));
        read("/v1/articles?section=news&tag=new-tag").then().body("items", empty());
        read("/v1/articles?tag=old-tag").then().body("items", empty());
        read("/v1/articles?tag=new-tag&section=sport,news")
                .then()
                .body("items.slug", contains("second"));
        read("/v1/articles?language=de").then().body("items.slug", contains("second"));
        read("/v1/articles?q=zebra").then().body("items.slug", contains("second"));
        read("/v1/articles?sort=updated")
                .then()
                .body("items.headline", contains("Second zebra", "Other"));
        read("/v1/articles?sort=updated&section=sport")
                .then()
                .body("items.headline", contains("Second zebra"));
        read("/v1/sections/news").then().body("articleCount", equalTo(1));
        read("/v1/sections/sport").then().body("articleCount", equalTo(1));
        read("/v1/tags/new-tag").then().body("articleCount", equalTo(1));
        read("/v1/tags/old-tag").then().statusCode(404);
    }
}
