package dev.byline.comment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles;
import dev.byline.given.Replies;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** What tests of comments share: an article to reply to, and words to reply with. */
public abstract class CommentTest extends ApiTest {

    protected static final String EMAIL = "ada.canary@example.org";
    protected static final String SETTINGS = "/v1/newsroom/settings/comments";
    protected static final String QUEUE = "/v1/newsroom/comments";

    protected Articles.Saved article;

    @BeforeEach
    void article() {
        settings(Map.of());
        label("sections", "News");
        article = Articles.article("Harbour gates closed").published();
    }

    /** Replaces the settings, with limits that tests don't meet by chance. */
    protected static void settings(Map<String, Object> input) {
        Map<String, Object> all = new HashMap<>();
        all.put("perEmail", 10_000);
        all.put("perBlock", 100_000);
        all.put("quota", Map.of("comments", 1_000_000, "minutes", 10));
        all.putAll(input);
        newsroom(all)
                .header("If-Match", newsroom().get(SETTINGS).header("ETag"))
                .put(SETTINGS)
                .then()
                .statusCode(200);
    }

    protected static Map<String, Object> input(String text) {
        Map<String, Object> author = new LinkedHashMap<>();
        author.put("name", "Ada");
        author.put("email", EMAIL);
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("author", author);
        input.put("text", text);
        return input;
    }

    @SuppressWarnings("unchecked")
    protected static Map<String, Object> from(String email, String text) {
        Map<String, Object> input = input(text);
        ((Map<String, Object>) input.get("author")).put("email", email);
        return input;
    }

    protected String comments() {
        return "/v1/articles/" + article.slug() + "/comments";
    }

    protected Response post(Map<String, Object> input) {
        return reader().contentType(ContentType.JSON).body(input).post(comments());
    }

    /** Posts what is shown at once. */
    protected Posted say(String text) {
        return visible(input(text));
    }

    protected Posted reply(Posted parent, String text) {
        Map<String, Object> input = input(text);
        input.put("parentId", parent.id());
        return visible(input);
    }

    protected Posted visible(Map<String, Object> input) {
        Response reply = post(input);
        reply.then().statusCode(201);
        return Posted.of(reply);
    }

    protected Posted held(Map<String, Object> input) {
        Response reply = post(input);
        reply.then().statusCode(202);
        return Posted.of(reply);
    }

    protected int count() {
        return read("/v1/articles/" + article.slug()).path("comments.count");
    }

    /** Lets a moderator act. */
    protected static Response moderate(String id, String action, Map<String, Object> body) {
        String etag = newsroom().get(QUEUE + "/" + id).header("ETag");
        return newsroom(body).header("If-Match", etag).post(QUEUE + "/{id}/{action}", id, action);
    }

    /** A comment and what its writer alone knows. */
    protected record Posted(String id, String token) {

        public static Posted of(Response reply) {
            JsonNode said = Replies.json(reply);
            return new Posted(said.path("id").asText(null), said.at("/edit/token").asText(null));
        }

        public String path() {
            return "/v1/comments/" + id;
        }
    }
}
