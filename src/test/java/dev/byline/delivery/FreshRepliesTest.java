package dev.byline.delivery;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.delivery.cache.CacheSwitch;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Photo;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A commit")
class FreshRepliesTest extends ApiTest {

    private static final String LIST = "/v1/articles";
    private static final String NEWS = "/v1/articles?section=news";
    private static final String WORLD = "/v1/articles?section=world";
    private static final String ASIA = "/v1/articles?section=asia";
    private static final String FLOOD = "/v1/articles?tag=flood";
    private static final String OPERA = "/v1/articles?tag=opera";
    private static final String SEARCH = "/v1/search?q=harbour";
    private static final String SECTIONS = "/v1/sections";
    private static final String TAG = "/v1/tags/flood";
    private static final String MISSING = "/v1/articles/missing";

    @Inject AgroalDataSource database;

    private Saved story;
    private Saved other;
    private String media;
    private String item;
    private String otherItem;
    private List<String> all;

    @BeforeEach
    void warm() {
        label("sections", "News");
        label("sections", "World");
        newsroom(Map.of("name", "Asia", "parent", "world")).post("/v1/newsroom/sections");
        label("tags", "Flood");
        label("tags", "Opera");
        media = Photo.picture("A gate").uploaded();
        story =
                article("Harbour gates closed")
                        .with("tags", List.of("flood"))
                        .with("leadMedia", Map.of("media", media))
                        .published();
        other =
                article("Opera sings")
                        .with("section", "world")
                        .with("tags", List.of("opera"))
                        .published();
        item = "/v1/articles/" + story.slug();
        otherItem = "/v1/articles/" + other.slug();
        all =
                List.of(
                        LIST,
                        NEWS,
                        WORLD,
                        ASIA,
                        FLOOD,
                        OPERA,
                        SEARCH,
                        SECTIONS,
                        TAG,
                        item,
                        item + "/comments",
                        item + "/corrections",
                        item + "/related",
                        otherItem,
                        otherItem + "/comments",
                        otherItem + "/related",
                        "/v1/comments/counts?articles=" + story.id() + "," + other.id(),
                        "/v1/media/" + media,
                        MISSING);
        read();
    }

    private void read() {
        // A gate that an earlier test left may pass meanwhile, which drops all; and one of them
        // cuts
        // the line by which the cache hears of commits, without which it keeps nothing.
        long end = System.nanoTime() + 5_000_000_000L;
        do {
            all.forEach(Wire::get);
        } while (!all.stream().allMatch(CacheSwitch::holds) && System.nanoTime() < end);
        assertThat(all).allMatch(CacheSwitch::holds);
    }

    private List<String> dropped() {
        List<String> gone = new ArrayList<>(all);
        gone.removeIf(CacheSwitch::holds);
        return gone;
    }

    private void elsewhere(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("of a new article drops the lists where it stands, of its section's parents too")
    void publish() {
        article("Rain in Asia").with("section", "asia").with("tags", List.of("flood")).published();
        assertThat(dropped())
                .containsExactlyInAnyOrder(
                        LIST,
                        WORLD,
                        ASIA,
                        FLOOD,
                        SEARCH,
                        SECTIONS,
                        TAG,
                        item + "/related",
                        otherItem + "/related",
                        MISSING);
        assertThat(Wire.get(WORLD).text()).contains("Rain in Asia");
    }

    @Test
    @DisplayName("of a draft drops nothing that anybody could see")
    void draft() {
        Saved draft = article("A secret").draft();
        draft.change(article("Another secret").input());
        story.reread().change(article("Harbour gates shut").input());
        assertThat(dropped()).containsExactly(MISSING);
    }

    @Test
    @DisplayName("of a new version drops what shows the article")
    void republish() {
        story.change(article("Harbour gates shut").with("tags", List.of("flood")).input())
                .publish(Map.of());
        assertThat(dropped()).contains(LIST, NEWS, FLOOD, SEARCH, item).doesNotContain(otherItem);
        assertThat(Wire.get(item).text()).contains("Harbour gates shut");
        assertThat(Wire.get(LIST).text()).contains("Harbour gates shut");
    }

    @Test
    @DisplayName("that takes an article away drops it, and its reply is 404 or 410 at once")
    void takeAway() {
        story = story.unpublish();
        assertThat(Wire.get(item).status()).isEqualTo(404);
        assertThat(Wire.get(item).status()).isEqualTo(404);
        story.publish(Map.of());
        assertThat(Wire.get(item).status()).isEqualTo(200);
        assertThat(dropped()).doesNotContain(otherItem, otherItem + "/comments");
        assertThat(Wire.get("/v1/media/" + media).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("of a comment drops its article, which counts it, and its comments")
    void comment() {
        reader().contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "author",
                                Map.of("name", "Ada", "email", "ada@example.org"),
                                "text",
                                "I saw it"))
                .post(item + "/comments")
                .then()
                .statusCode(201);
        assertThat(dropped())
                .containsExactlyInAnyOrder(
                        item,
                        item + "/comments",
                        "/v1/comments/counts?articles=" + story.id() + "," + other.id(),
                        MISSING);
        assertThat(Wire.get(item + "/comments").text()).contains("I saw it");
    }

    @Test
    @DisplayName("that renames a tag drops what shows or searches it")
    void renameTag() {
        String path = "/v1/newsroom/tags/" + reader().get(TAG).path("id");
        newsroom(Map.of("name", "Deluge", "slug", "flood"))
                .header("If-Match", newsroom().get(path).header("ETag"))
                .put(path)
                .then()
                .statusCode(200);
        assertThat(dropped())
                .contains(LIST, NEWS, FLOOD, SEARCH, TAG, item)
                .doesNotContain(OPERA, WORLD, otherItem);
        assertThat(Wire.get(item).text()).contains("Deluge");
    }

    @Test
    @DisplayName("of a media item's credit drops what shows it")
    void editMedia() {
        String path = "/v1/newsroom/media/" + media;
        newsroom()
                .contentType("application/merge-patch+json")
                .body(Map.of("alt", "Another alternative"))
                .header("If-Match", newsroom().get(path).header("ETag"))
                .patch(path)
                .then()
                .statusCode(200);
        assertThat(dropped())
                .contains(LIST, NEWS, FLOOD, SEARCH, item, "/v1/media/" + media)
                .doesNotContain(OPERA, WORLD, otherItem, item + "/comments");
    }

    @Test
    @DisplayName("of a correction drops the article that shows it")
    void correction() {
        newsroom(Map.of("kind", "update", "text", "A name was wrong."))
                .post("/v1/newsroom/articles/" + story.id() + "/corrections")
                .then()
                .statusCode(201);
        assertThat(dropped())
                .contains(item, item + "/corrections")
                .doesNotContain(otherItem, OPERA);
    }

    @Test
    @DisplayName("of curated links drops the links of both ends")
    void related() {
        newsroom(Map.of("items", List.of(Map.of("rel", "related", "article", other.id()))))
                .header("If-Match", story.etag())
                .put("/v1/newsroom/articles/" + story.id() + "/related")
                .then()
                .statusCode(200);
        assertThat(dropped())
                .contains(item + "/related", otherItem + "/related")
                .doesNotContain(otherItem, OPERA, FLOOD);
        assertThat(Wire.get(item + "/related").text()).contains("Opera sings");
    }

    @Test
    @DisplayName("on another node, or of plain SQL, drops them soon")
    void elsewhere() throws Exception {
        elsewhere("update tag set name = 'Deluge' where slug = 'flood'");
        long end = System.nanoTime() + 1_000_000_000L;
        while (CacheSwitch.holds(item) && System.nanoTime() < end) {
            Thread.sleep(2);
        }
        assertThat(dropped()).contains(item, LIST).doesNotContain(otherItem, OPERA);
        assertThat(Wire.get(item).text()).contains("Deluge");
    }

    @Test
    @DisplayName("that is rolled back drops nothing")
    void rollback() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update tag set name = 'Deluge' where slug = 'flood'");
            connection.rollback();
        }
        Thread.sleep(100);
        assertThat(dropped()).isEmpty();
    }

    @Test
    @DisplayName("while the listener is away is caught up with, and nothing else is dropped")
    void catchUp() throws Exception {
        // What this test itself wrote has been heard of by then.
        Thread.sleep(1500);
        elsewhere(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'byline-cache'");
        elsewhere("update tag set name = 'Deluge' where slug = 'flood'");
        long end = System.nanoTime() + 3_000_000_000L;
        while (!Wire.get(item).text().contains("Deluge") && System.nanoTime() < end) {
            Thread.sleep(2);
        }
        assertThat(Wire.get(item).text()).contains("Deluge");
        while (!CacheSwitch.holds(item) && System.nanoTime() < end) {
            Thread.sleep(20);
            Wire.get(item);
        }
        assertThat(all).filteredOn(CacheSwitch::holds).contains(item, otherItem, OPERA);
        assertThat(Wire.get(LIST).text()).contains("Deluge");
    }
}
