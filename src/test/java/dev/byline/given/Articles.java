package dev.byline.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds articles through the newsroom API, as a writer would. */
public final class Articles {

    private final Map<String, Object> input = new HashMap<>();

    private Articles() {}

    /**
     * A complete article in English with one paragraph, in the section {@code news}, which must
     * exist.
     */
    public static Articles article(String headline) {
        return new Articles()
                .with("headline", headline)
                .with("section", "news")
                .with("language", "en")
                .with(
                        "body",
                        List.of(Map.of("type", "paragraph", "html", "Words about " + headline)));
    }

    public Articles with(String member, Object value) {
        input.put(member, value);
        return this;
    }

    public Articles without(String member) {
        input.remove(member);
        return this;
    }

    public Map<String, Object> input() {
        return input;
    }

    /** Saves it as a draft. */
    public Saved draft() {
        Response reply = ApiTest.newsroom(input).post("/v1/newsroom/articles");
        reply.then().statusCode(201);
        return Saved.of(reply);
    }

    /** Publishes it now. */
    public Saved published() {
        return draft().publish(Map.of());
    }

    /** Publishes it at a time in the past. */
    public Saved publishedAt(String time) {
        return draft().publish(Map.of("at", time));
    }

    /** An article that the newsroom has. */
    public record Saved(String id, String slug, String etag) {

        static Saved of(Response reply) {
            return new Saved(
                    Replies.text(reply, "id"), Replies.text(reply, "slug"), reply.header("ETag"));
        }

        /** The same article as it is now. */
        public Saved reread() {
            return of(ApiTest.newsroom().get("/v1/newsroom/articles/{id}", id));
        }

        public Saved publish(Map<String, Object> how) {
            return action("publish", how);
        }

        public Saved unpublish() {
            return action("unpublish", Map.of());
        }

        private Saved action(String action, Map<String, Object> body) {
            Response reply =
                    ApiTest.newsroom(body)
                            .header("If-Match", etag)
                            .post("/v1/newsroom/articles/{id}/{action}", id, action);
            reply.then().statusCode(200);
            return of(reply);
        }

        public Saved change(Map<String, Object> patch) {
            Response reply =
                    ApiTest.newsroom()
                            .contentType(ContentType.JSON)
                            .body(patch)
                            .header("If-Match", etag)
                            .patch("/v1/newsroom/articles/{id}", id);
            reply.then().statusCode(200);
            return of(reply);
        }
    }
}
