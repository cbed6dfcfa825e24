package dev.byline.change;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Photo;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
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

        assertThat(ops("media", shown)).containsExactly("upsert", "upsert");
        assertThat(ops("media", unused)).isEmpty();
    }

    @Test
    @DisplayName("a picture when the first visible article uses it, and when the last one doesn't")
    void mediaFollowArticles() {
        String lead = Photo.picture("Lead").uploaded();
        String inside = Photo.picture("Inside").uploaded();
        Saved one =
                article("One")
                        .with("leadMedia", Map.of("media", lead))
                        .with("body", List.of(Map.of("type", "image", "media", inside)))
                        .draft();
        assertThat(ops("media", lead)).isEmpty();
        one = one.publish(Map.of());
        Saved two = article("Two").with("leadMedia", Map.of("media", lead)).published();
        assertThat(ops("media", lead)).containsExactly("upsert");
        assertThat(ops("media", inside)).containsExactly("upsert");

        one =
                one.change(
                        Map.of("body", List.of(Map.of("type", "paragraph", "html", "No picture"))));
        assertThat(ops("media", inside)).containsExactly("upsert");
        one = one.publish(Map.of());
        assertThat(ops("media", inside)).containsExactly("gone", "gone");
        one.unpublish();
        assertThat(ops("media", lead)).containsExactly("upsert");

        newsroom(Map.of("reason", "legal"))
                .header("If-Match", "*")
                .post("/v1/newsroom/articles/{id}/takedown", two.id())
                .then()
                .statusCode(200);
        assertThat(ops("media", lead)).containsExactly("gone", "gone");
        newsroom(Map.of())
                .header("If-Match", "*")
                .post("/v1/newsroom/articles/{id}/restore", two.id())
                .then()
                .statusCode(200);
        assertThat(ops("media", lead)).containsExactly("upsert", "upsert", "upsert");
    }

    @Test
    @DisplayName("a portrait that comes and goes with its author, and with another portrait")
    void portraits() {
        String first = Photo.picture("First").uploaded();
        String second = Photo.picture("Second").uploaded();
        String author =
                newsroom(Map.of("name", "Jane", "portrait", first))
                        .post("/v1/newsroom/authors")
                        .path("id");
        assertThat(ops("media", first)).isEmpty();
        Saved story =
                article("Story").with("authors", List.of(Map.of("author", author))).published();
        assertThat(ops("media", first)).containsExactly("upsert");

        newsroom(Map.of("portrait", second))
                .header("If-Match", "*")
                .patch("/v1/newsroom/authors/" + author)
                .then()
                .statusCode(200);
        assertThat(ops("media", first)).containsExactly("gone", "gone");
        assertThat(ops("media", second)).containsExactly("upsert");
        assertThat(ops("author", author)).containsExactly("upsert", "upsert");

        story.unpublish();
        assertThat(ops("media", second)).containsExactly("gone", "gone");
    }

    @Test
    @DisplayName("comments that go and come back with their article, and the removed place above")
    void commentsFollowArticles() {
        Saved discussed = article("Discussed").published();
        String head = comment(discussed.id(), null);
        String below = comment(discussed.id(), head);
        decide(head, "reject");
        assertThat(ops("comment", head)).as("keeps its place").containsOnly("upsert");

        decide(below, "reject");
        assertThat(ops("comment", head)).hasSize(3).containsOnly("gone");
        decide(below, "approve");
        assertThat(ops("comment", head)).hasSize(4).containsOnly("upsert");

        discussed.unpublish();
        assertThat(ops("comment", head)).hasSize(5).containsOnly("gone");
        assertThat(ops("comment", below)).hasSize(4).containsOnly("gone");
        discussed.reread().publish(Map.of());
        assertThat(ops("comment", head)).hasSize(6).containsOnly("upsert");
    }

    private static String comment(String article, String parent) {
        Map<String, Object> input = new HashMap<>();
        input.put("author", Map.of("name", "Ada", "email", "ada@example.org"));
        input.put("text", "Well put, and thank you for it: " + parent);
        input.put("parentId", parent);
        return reader().contentType("application/json")
                .body(input)
                .post("/v1/articles/{id}/comments", article)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void decide(String comment, String action) {
        newsroom(action.equals("reject") ? Map.of("reason", "off-topic") : Map.of())
                .header("If-Match", "*")
                .post("/v1/newsroom/comments/{id}/{action}", comment, action)
                .then()
                .statusCode(200);
    }

    private static List<String> ops(String kind, String id) {
        return read("/v1/changes?limit=100")
                .path("items.findAll { it.kind == '%s' && it.id == '%s' }.op".formatted(kind, id));
    }
}
