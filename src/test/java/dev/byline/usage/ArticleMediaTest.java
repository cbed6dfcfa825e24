package dev.byline.usage;

import static dev.byline.given.Articles.article;
import static dev.byline.given.Photo.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/articles/{article}/media")
class ArticleMediaTest extends ApiTest {

    private String lead;
    private String one;
    private String two;

    @BeforeEach
    void pictures() {
        label("sections", "News");
        lead = picture("Lead").uploaded();
        one = picture("One").uploaded();
        two = picture("Two").uploaded();
    }

    private void published() {
        article("Full")
                .with(
                        "body",
                        List.of(
                                Map.of(
                                        "type",
                                        "gallery",
                                        "items",
                                        List.of(Map.of("media", two), Map.of("media", lead))),
                                Map.of("type", "image", "media", one)))
                .with("leadMedia", Map.of("media", lead))
                .published();
    }

    @Test
    @DisplayName("lists each item once, the lead first, with attribution")
    void all() {
        published();
        read("/v1/articles/full/media")
                .then()
                .statusCode(200)
                .body("items.id", contains(lead, two, one))
                .body("items.attribution.creditLine", hasSize(3))
                .body("items[0].renditions[0].url", notNullValue());
        assertThat(statements(() -> read("/v1/articles/full/media").then().statusCode(200)))
                .isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("is paged and trimmed like every list")
    void paged() {
        published();
        String next =
                reader().queryParams("limit", 2, "fields", "attribution", "total", true)
                        .get("/v1/articles/full/media")
                        .then()
                        .body("items.id", contains(lead, two))
                        .body("items[0]", not(hasKey("alt")))
                        .body("page.total", equalTo(3))
                        .extract()
                        .path("page.next");
        String previous =
                reader().queryParams("limit", 2, "cursor", next)
                        .get("/v1/articles/full/media")
                        .then()
                        .body("items.id", contains(one))
                        .extract()
                        .path("page.prev");
        reader().queryParams("limit", 2, "cursor", previous)
                .get("/v1/articles/full/media")
                .then()
                .body("items.id", contains(lead, two));
    }

    @Test
    @DisplayName("shows what is published, not the working copy")
    void live() {
        var saved = article("Changing").with("leadMedia", Map.of("media", lead)).published();
        saved.change(Map.of("leadMedia", Map.of("media", one)));
        read("/v1/articles/changing/media").then().body("items.id", contains(lead));
        read("/v1/articles/changing").then().body("leadMedia.media.id", equalTo(lead));
    }

    @Test
    @DisplayName("is empty without media, and 404 for a draft as for an unknown article")
    void absent() {
        article("Bare").published();
        article("Hidden").with("leadMedia", Map.of("media", lead)).draft();
        read("/v1/articles/bare/media").then().body("items", hasSize(0));
        read("/v1/articles/hidden/media").then().statusCode(404);
        read("/v1/articles/nothing/media").then().statusCode(404);
    }
}
