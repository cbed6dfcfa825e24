package dev.byline.change;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Photo;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/changes names")
class ChangedPartsTest extends ApiTest {

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    @Test
    @DisplayName("a comment that readers see, and one that they see no more")
    void comments() {
        Saved discussed = article("Discussed").published();
        Response reply =
                reader().contentType("application/json")
                        .body(
                                Map.of(
                                        "author",
                                        Map.of("name", "Ada", "email", "ada@example.org"),
                                        "text",
                                        "Well put, and thank you for it."))
                        .post("/v1/articles/{id}/comments", discussed.id());
        reply.then().statusCode(201);
        String id = reply.path("id");
        assertThat(ops("comment", id)).containsExactly("upsert");

        Response queued = newsroom().get("/v1/newsroom/comments/{id}", id);
        newsroom(Map.of("reason", "off-topic"))
                .header("If-Match", queued.header("ETag"))
                .post("/v1/newsroom/comments/{id}/reject", id)
                .then()
                .statusCode(200);

        assertThat(ops("comment", id)).containsExactly("gone", "gone");
    }

    @Test
    @DisplayName("a picture of a visible article whose credit changed, and no other")
    void media() {
        String shown = Photo.picture("Shown").uploaded();
        String unused = Photo.picture("Unused").uploaded();
        article("Illustrated").with("leadMedia", Map.of("media", shown)).published();

        for (String id : List.of(shown, unused)) {
            newsroom(Map.of("caption", "New"))
                    .header("If-Match", "*")
                    .patch("/v1/newsroom/media/{id}", id)
                    .then()
                    .statusCode(200);
        }

        assertThat(ops("media", shown)).containsExactly("upsert");
        assertThat(ops("media", unused)).isEmpty();
    }

    private static List<String> ops(String kind, String id) {
        return read("/v1/changes?limit=100")
                .path("items.findAll { it.kind == '%s' && it.id == '%s' }.op".formatted(kind, id));
    }
}
