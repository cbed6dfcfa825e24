package dev.byline.usage;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/tags/{id}/merge-into/{other}")
class MergeTagsTest extends ApiTest {

    private String flood;
    private String deluge;

    @BeforeEach
    void labels() {
        label("sections", "News");
        label("tags", "Flood");
        label("tags", "Deluge");
        label("tags", "River");
        flood = id("flood");
        deluge = id("deluge");
    }

    @Test
    @DisplayName("moves articles, lists, search and addresses to the other tag")
    void moves() {
        Saved one = article("One").with("tags", List.of("river", "deluge")).published();
        Saved both = article("Both").with("tags", List.of("deluge", "river", "flood")).published();
        Saved draft = article("Draft").with("tags", List.of("deluge")).draft();

        merge(deluge, flood, "\"1\"")
                .then()
                .statusCode(200)
                .body("slug", equalTo("flood"))
                .body("articleCount", equalTo(2));

        tagsOf(one.id()).then().body("tags.slug", contains("river", "flood"));
        tagsOf(both.id()).then().body("tags.slug", contains("flood", "river"));
        reader().get("/v1/articles?tag=flood").then().body("items.slug", contains("both", "one"));
        reader().get("/v1/articles?tag=deluge").then().body("items", hasSize(2));
        reader().redirects()
                .follow(false)
                .get("/v1/tags/deluge")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/tags/flood"));
        reader().get("/v1/search?q=flood").then().body("items", hasSize(2));
        newsroom()
                .get("/v1/newsroom/articles/{id}", draft.id())
                .then()
                .body("tags.slug", contains("flood"));
        newsroom().get("/v1/newsroom/tags/{id}", deluge).then().statusCode(404);
    }

    @Test
    @DisplayName("leaves what was typed as it is, and good to be sent again")
    void input() {
        Saved both = article("Both").with("tags", List.of("deluge", "flood")).draft();
        merge(deluge, flood, "\"1\"");

        Response working = newsroom().get("/v1/newsroom/articles/{id}", both.id());
        working.then().body("input.tags", contains("deluge", "flood"));
        Map<String, Object> input = working.path("input");
        newsroom(input)
                .header("If-Match", both.etag())
                .put("/v1/newsroom/articles/{id}", both.id())
                .then()
                .statusCode(200)
                .header("ETag", both.etag());
        Saved changed = both.change(Map.of("kicker", "New"));
        newsroom()
                .get("/v1/newsroom/articles/{id}", changed.id())
                .then()
                .body("tags.slug", contains("flood"));
    }

    @Test
    @DisplayName("is in the audit of both tags")
    void audited() {
        merge(deluge, flood, "\"1\"").then().statusCode(200);

        for (String tag : List.of(deluge, flood)) {
            newsroom()
                    .get("/v1/newsroom/audit?item=" + tag)
                    .then()
                    .body("items.what", contains("mergeTag", "createTag"));
        }
    }

    @Test
    @DisplayName("leaves the id of the tag that is gone good for saving")
    void byId() {
        Saved byId = article("By id").with("tags", List.of(deluge)).draft();
        merge(deluge, flood, "\"1\"");

        byId.change(Map.of("kicker", "New"));

        newsroom()
                .get("/v1/newsroom/articles/{id}", byId.id())
                .then()
                .body("tags.slug", contains("flood"))
                .body("input.tags", contains(deluge));
    }

    @Test
    @DisplayName("tells the log of changes of both tags and of the articles")
    void changes() {
        Saved one = article("One").with("tags", List.of("deluge")).published();
        merge(deluge, flood, "\"1\"");

        Response changes = reader().get("/v1/changes?limit=100");
        assertThat(
                        changes.<List<String>>path(
                                "items.findAll { it.id == '%s' }.op".formatted(deluge)))
                .isNotEmpty()
                .containsOnly("gone");
        assertThat(
                        changes.<List<String>>path(
                                "items.findAll { it.id == '%s' }.op".formatted(flood)))
                .containsOnly("upsert");
        assertThat(
                        changes.<List<String>>path(
                                "items.findAll { it.id == '%s' }.op".formatted(one.id())))
                .hasSize(2);
    }

    @Test
    @DisplayName("follows a chain of merges")
    void chain() {
        Saved one = article("One").with("tags", List.of("deluge")).published();
        merge(deluge, flood, "\"1\"");
        merge(flood, id("river"), "\"1\"").then().statusCode(200);

        tagsOf(one.id()).then().body("tags.slug", contains("river"));
        reader().get("/v1/articles?tag=deluge").then().body("items", hasSize(1));
        reader().get("/v1/search?q=river").then().body("items", hasSize(1));
        reader().get("/v1/search?q=flood").then().body("items", empty());
    }

    @Test
    @DisplayName("needs the tag's version, another tag, and an editor's right to both")
    void refuses() {
        merge(deluge, flood, null).then().statusCode(428);
        merge(deluge, flood, "\"7\"").then().statusCode(412);
        merge(deluge, deluge, "\"1\"").then().statusCode(409);
        merge(deluge, UUID.randomUUID().toString(), "\"1\"").then().statusCode(404);
        merge(UUID.randomUUID().toString(), flood, "\"1\"").then().statusCode(404);
        assertThat(newsroom().get("/v1/newsroom/tags?total=true").<Integer>path("page.total"))
                .isEqualTo(3);
    }

    private static Response merge(String one, String other, String ifMatch) {
        var request = newsroom();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/v1/newsroom/tags/{one}/merge-into/{other}", one, other);
    }

    private static Response tagsOf(String article) {
        return reader().get("/v1/articles/{id}", article);
    }

    private static String id(String slug) {
        return newsroom().get("/v1/newsroom/tags?q=" + slug).path("items[0].id");
    }
}
