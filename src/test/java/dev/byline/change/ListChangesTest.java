package dev.byline.change;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.byline.article.Article;
import dev.byline.article.ArticleChanged;
import dev.byline.article.ArticleChanged.Action;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.platform.entity.ItemChanged;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("GET /v1/changes")
class ListChangesTest extends ApiTest {

    private static final String PATH = "/v1/changes";
    private static final String LABELS = "/v1/newsroom/";

    @Inject Event<ArticleChanged> changed;
    @Inject Event<ItemChanged> items;

    private String start;

    @BeforeEach
    void section() {
        label("sections", "News");
        start = read(PATH).path("page.after");
    }

    /** What came since the newsroom has a section: kind and op, in order. */
    private List<String> since() {
        Response reply = reader().queryParam("limit", 100).queryParam("after", start).get(PATH);
        reply.then().statusCode(200);
        return reply.jsonPath().<Map<String, String>>getList("items").stream()
                .map(item -> item.get("op") + " " + item.get("kind"))
                .toList();
    }

    /** Does what the job of the lifecycle does when a gate has passed. */
    private void gatePassed(Saved saved) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            Article.Repo repo = new Article.Repo();
                            Article article = repo.findById(UUID.fromString(saved.id()));
                            changed.fire(
                                    new ArticleChanged(article, Action.PUBLISH, "job", repo.now()));
                        });
    }

    @Nested
    @DisplayName("for an article")
    class OfArticles {

        @Test
        @DisplayName("tells that it came, changed and went, and nothing of saving")
        void life() {
            Saved draft = article("Story").draft();
            assertThat(since()).isEmpty();

            Saved live = draft.publish(Map.of());
            assertThat(since()).containsExactly("upsert article");
            Saved saved = live.change(Map.of("kicker", "Working copy"));
            assertThat(since()).hasSize(1);
            Saved again = saved.publish(Map.of());
            assertThat(since()).containsExactly("upsert article", "upsert article");
            again.unpublish();
            assertThat(since())
                    .as("each row says how the item is now")
                    .containsExactly("gone article", "gone article", "gone article");
        }

        @Test
        @DisplayName("gives kind, id, op and time")
        void row() {
            Saved live = article("Story").published();

            Response reply = reader().queryParam("after", start).get(PATH);

            reply.then()
                    .body("items", hasSize(1))
                    .body("items[0].size()", equalTo(4))
                    .body("items[0].id", equalTo(live.id()))
                    .body("items[0].kind", equalTo("article"));
            assertThat(Instant.parse(reply.path("items[0].at")))
                    .isBefore(Instant.now().plusSeconds(60));
        }

        @Test
        @DisplayName("tells nothing of what is embargoed, until its time has come")
        void embargo() throws Exception {
            String tag = label("tags", "Secret");
            Saved hidden =
                    article("Hidden")
                            .with("tags", List.of(tag))
                            .draft()
                            .publish(Map.of("embargoUntil", "2099-01-01T00:00:00Z"));
            Saved working = hidden.change(Map.of("kicker", "K"));
            working.publish(Map.of());
            assertThat(since()).isEmpty();

            sql("update article set embargo_until = statement_timestamp() - interval '1 second'");
            gatePassed(hidden);

            assertThat(since()).containsExactly("upsert article", "upsert tag");
        }

        @Test
        @DisplayName("says gone from the instant of expiry on, and once more when the job has run")
        void expiry() throws Exception {
            Saved live =
                    article("Brief").draft().publish(Map.of("expiresAt", "2099-01-01T00:00:00Z"));
            assertThat(since()).containsExactly("upsert article");

            sql("update article set expires_at = statement_timestamp() - interval '1 second'");
            assertThat(since()).containsExactly("gone article");
            gatePassed(live);
            assertThat(since()).containsExactly("gone article", "gone article");
        }

        @Test
        @DisplayName("tells nothing of a draft that came and went, and nothing twice")
        void nothing() {
            Saved draft = article("Draft").draft();
            newsroom()
                    .header("If-Match", draft.etag())
                    .delete("/v1/newsroom/articles/" + draft.id())
                    .then()
                    .statusCode(204);
            assertThat(since()).isEmpty();

            Saved live = article("Story").published();
            gatePassed(live);
            assertThat(since()).containsExactly("upsert article");
        }

        @Test
        @DisplayName("is told by other rooms when its reply changes besides")
        void forced() {
            Saved live = article("Story").published();
            Saved draft = article("Draft").draft();
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    List.of(live, draft)
                                            .forEach(
                                                    each ->
                                                            items.fire(
                                                                    ItemChanged.of(
                                                                            ItemChanged.Kind
                                                                                    .ARTICLE,
                                                                            UUID.fromString(
                                                                                    each.id()),
                                                                            1))));
            assertThat(since()).containsExactly("upsert article", "upsert article");
        }
    }

    @Nested
    @DisplayName("for sections, tags and authors")
    class OfLabels {

        @Test
        @DisplayName("tells of tags and authors when their first article comes and their last goes")
        void appear() {
            String tag = label("tags", "Korea");
            String author = label("authors", "Jane Doe");
            assertThat(since()).isEmpty();

            var story =
                    article("One")
                            .with("tags", List.of(tag))
                            .with("authors", List.of(Map.of("author", author)));
            Saved one = story.published();
            assertThat(since())
                    .containsExactlyInAnyOrder("upsert article", "upsert tag", "upsert author");
            Saved two = article("Two").with("tags", List.of(tag)).published();
            one.unpublish();
            assertThat(since())
                    .as("the tag still has an article")
                    .containsExactlyInAnyOrder(
                            "gone article",
                            "upsert tag",
                            "gone author",
                            "upsert article",
                            "gone article",
                            "gone author");
            two.change(Map.of("tags", List.of())).publish(Map.of());
            assertThat(since())
                    .filteredOn(row -> row.endsWith("tag"))
                    .containsExactly("gone tag", "gone tag");
        }

        @Test
        @DisplayName("tells of a new name where readers see the label")
        void rename() {
            label("tags", "Unseen");
            rename("tags", "unseen", "Unseen still");
            assertThat(since()).isEmpty();

            rename("sections", "news", "The news");
            assertThat(since()).containsExactly("upsert section");
            rename("sections", "news", "The news");
            assertThat(since()).as("nothing changed").hasSize(1);
        }

        @Test
        @DisplayName("tells of a section that comes and goes")
        void section() {
            String sport = label("sections", "Sport");
            assertThat(since()).containsExactly("upsert section");
            newsroom()
                    .header("If-Match", "*")
                    .delete(LABELS + "sections/" + id("sections", sport))
                    .then()
                    .statusCode(204);
            assertThat(since()).containsExactly("gone section", "gone section");
        }

        private String id(String kind, String slug) {
            Response all = newsroom().get(LABELS + kind);
            int at = all.jsonPath().<String>getList("items.slug").indexOf(slug);
            return all.path("items[%d].id".formatted(at));
        }

        private void rename(String kind, String slug, String name) {
            newsroom(Map.of("name", name))
                    .header("If-Match", "*")
                    .patch(LABELS + kind + "/" + id(kind, slug))
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    @DisplayName("as a list")
    class AsList {

        @Test
        @DisplayName("is read on from page.after, also when nothing was new")
        void paging() {
            for (int i = 0; i < 5; i++) {
                article("Story " + i).published();
            }
            Response first = reader().queryParam("limit", 2).queryParam("after", start).get(PATH);
            String next = first.path("page.next");
            first.then()
                    .body("items", hasSize(2))
                    .body("page.after", equalTo(next))
                    .header("Link", containsString("/v1/changes?after=" + next + "&limit=2"));
            Response second = reader().queryParam("limit", 3).queryParam("after", next).get(PATH);
            second.then().body("items", hasSize(3)).body("page", not(hasKey("next")));
            assertThat(second.header("Link")).isNull();
            String end = second.path("page.after");
            Response nothing = reader().queryParam("after", end).get(PATH);
            nothing.then().body("items", empty()).body("page.after", equalTo(end));

            Saved late = article("Late").published();
            reader().queryParam("after", end)
                    .get(PATH)
                    .then()
                    .body("items.id", contains(late.id()));
        }

        @Test
        @DisplayName("has an ETag, and takes two statements")
        void cached() {
            article("Story").published();
            Response reply = read(PATH);
            reply.then().statusCode(200).header("Cache-Control", "public, max-age=1");
            reader().header("If-None-Match", reply.header("ETag")).get(PATH).then().statusCode(304);
            String end = reply.path("page.after");
            assertThat(statements(() -> read(PATH))).isEqualTo(2);
            assertThat(statements(() -> read(PATH + "?after=" + end))).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "after=x",
                    "after=",
                    "limit=0",
                    "limit=101",
                    "cursor=x",
                    "total=true",
                    "kind=tag"
                })
        @DisplayName("refuses what it does not know")
        void refused(String query) {
            read(PATH + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo(query.split("=")[0]));
        }

        @Test
        @DisplayName("refuses a cursor that was tampered with, and one of another list")
        void tampered() {
            for (int i = 0; i < start.length(); i++) {
                char other = start.charAt(i) == 'A' ? 'B' : 'A';
                String forged = start.substring(0, i) + other + start.substring(i + 1);
                read(PATH + "?after=" + forged).then().statusCode(400);
            }
            article("One").published();
            article("Two").published();
            String articles = read("/v1/articles?limit=1").path("page.next");
            read(PATH + "?after=" + articles).then().statusCode(400);
            read("/v1/articles?limit=1&cursor=" + start).then().statusCode(400);
        }
    }
}
