package dev.byline.usage;

import static dev.byline.given.Articles.article;
import static dev.byline.given.Photo.picture;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/newsroom/media/{id}/usage")
class MediaUsageTest extends ApiTest {

    private static final String USAGE = "/v1/newsroom/media/{id}/usage";

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    @Test
    @DisplayName("lists drafts and published articles with the roles of the item")
    void roles() {
        String id = picture("A gate").uploaded();
        Map<String, Object> image = Map.of("type", "image", "media", id);
        article("Led")
                .with("leadMedia", Map.of("media", id))
                .with("body", List.of(image))
                .published();
        article("Drafted")
                .with("body", List.of(Map.of("type", "gallery", "items", List.of(image))))
                .draft();
        article("Without").published();
        newsroom()
                .get(USAGE, id)
                .then()
                .statusCode(200)
                .body("items.article.headline", contains("Drafted", "Led"))
                .body("items.article.state", contains("draft", "published"))
                .body("items.roles", contains(List.of("gallery"), List.of("lead", "body")))
                .body("items.published", contains(false, true))
                .body("items.workingCopy", contains(true, true));
    }

    @Test
    @DisplayName("knows that the published version still uses what the working copy gave up")
    void published() {
        String id = picture("A gate").uploaded();
        article("Led")
                .with("leadMedia", Map.of("media", id))
                .published()
                .change(Collections.singletonMap("leadMedia", null));
        newsroom()
                .get(USAGE, id)
                .then()
                .body("items.published", contains(true))
                .body("items.workingCopy", contains(false));
    }

    @Test
    @DisplayName("is a paged list in both directions")
    void paged() {
        String id = picture("A gate").uploaded();
        for (int i = 0; i < 5; i++) {
            article("Article " + i).with("leadMedia", Map.of("media", id)).draft();
        }
        String next =
                newsroom()
                        .queryParams("limit", 2, "total", true)
                        .get(USAGE, id)
                        .then()
                        .body("items.article.headline", contains("Article 4", "Article 3"))
                        .body("page.total", equalTo(5))
                        .extract()
                        .path("page.next");
        String previous =
                newsroom()
                        .queryParams("limit", 2, "cursor", next)
                        .get(USAGE, id)
                        .then()
                        .body("items.article.headline", contains("Article 2", "Article 1"))
                        .extract()
                        .path("page.prev");
        newsroom()
                .queryParams("limit", 2, "cursor", previous)
                .get(USAGE, id)
                .then()
                .body("items.article.headline", contains("Article 4", "Article 3"));
    }

    @Test
    @DisplayName("is empty for an item that nobody uses, and 404 for none")
    void none() {
        newsroom().get(USAGE, picture("A gate").uploaded()).then().body("items", hasSize(0));
        newsroom().get(USAGE, UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    @DisplayName("names what keeps the item from being deleted")
    void delete() {
        String id = picture("A gate").uploaded();
        var draft = article("Led").with("leadMedia", Map.of("media", id)).draft();
        newsroom()
                .header("If-Match", newsroom().get("/v1/newsroom/media/{id}", id).header("ETag"))
                .delete("/v1/newsroom/media/{id}", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("in-use"));
        newsroom()
                .header("If-Match", draft.etag())
                .delete("/v1/newsroom/articles/{id}", draft.id())
                .then()
                .statusCode(204);
        newsroom()
                .header("If-Match", newsroom().get("/v1/newsroom/media/{id}", id).header("ETag"))
                .delete("/v1/newsroom/media/{id}", id)
                .then()
                .statusCode(204);
    }
}
