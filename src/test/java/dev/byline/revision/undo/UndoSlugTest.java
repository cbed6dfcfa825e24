package dev.byline.revision.undo;

import static dev.byline.given.Articles.article;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.Articles.Saved;
import dev.byline.given.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/revisions/undo puts addresses back")
class UndoSlugTest extends BreakInTest {

    private void steals(Saved saved, String headline, String slug) {
        does().body(Map.of("headline", headline, "slug", slug)).patch(ARTICLES + saved.id());
        does().body(Map.of())
                .post(ARTICLES + saved.id() + "/publish")
                .then()
                .statusCode(200)
                .body("slug", equalTo(slug));
    }

    private RequestSpecification does() {
        return Callers.with(thief).header("If-Match", "*").contentType(ContentType.JSON);
    }

    private void undone(String since) {
        Map<String, Object> body = Map.of("key", thiefId, "since", since, "dryRun", false);
        newsroom(body).post(PATH).then().body("restored", equalTo(1)).body("failed", equalTo(0));
        newsroom(body)
                .post(PATH)
                .then()
                .body("restored", equalTo(0))
                .body("articles[0].outcome", equalTo("unchanged"));
    }

    @Test
    @DisplayName("of what was published, and the intruder's leads nowhere, for ever")
    void published() throws Exception {
        Saved saved = article("Story").published();
        String since = databaseTime();
        steals(saved, "Hacked", "hoax");
        read("/v1/articles/hoax").then().statusCode(200);

        undone(since);

        read("/v1/articles/story")
                .then()
                .statusCode(200)
                .body("slug", equalTo("story"))
                .body("headline", equalTo("Story"));
        reader().redirects().follow(false).get("/v1/articles/hoax").then().statusCode(404);
        newsroom(article("Other").with("slug", "hoax").input())
                .post("/v1/newsroom/articles")
                .then()
                .statusCode(409);

        saved.reread().change(Map.of("slug", "hoax")).publish(Map.of());
        saved.reread().change(Map.of("slug", "saga")).publish(Map.of());
        reader().redirects()
                .follow(false)
                .get("/v1/articles/hoax")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/articles/saga"));
    }

    @Test
    @DisplayName("where the words are the same again")
    void addressAlone() throws Exception {
        Saved saved = article("Story").published();
        String since = databaseTime();
        steals(saved, "Story", "hoax");
        does().body("{\"slug\":null}")
                .patch(ARTICLES + saved.id())
                .then()
                .body("slug", equalTo("hoax"));
        does().body(Map.of()).post(ARTICLES + saved.id() + "/publish");
        newsroom().get(ARTICLES + saved.id()).then().body("input.slug", equalTo(null));

        undone(since);

        read("/v1/articles/story").then().statusCode(200).body("slug", equalTo("story"));
        reader().redirects().follow(false).get("/v1/articles/hoax").then().statusCode(404);
    }

    @Test
    @DisplayName("where the intruder set the old one back, but left another leading there")
    void detour() throws Exception {
        Saved saved = article("Story").published();
        String since = databaseTime();
        steals(saved, "Story", "hoax");
        steals(saved, "Story", "story");
        reader().redirects().follow(false).get("/v1/articles/hoax").then().statusCode(308);

        undone(since);

        read("/v1/articles/story").then().statusCode(200);
        reader().redirects().follow(false).get("/v1/articles/hoax").then().statusCode(404);
    }

    @Test
    @DisplayName("of drafts, so that the intruder's does not come back with the next save")
    void draft() throws Exception {
        Saved saved = article("Story").draft();
        String since = databaseTime();
        steals(saved, "Hacked", "hoax");

        undone(since);

        read("/v1/articles/hoax").then().statusCode(404);
        saved.reread().change(Map.of("kicker", "More")).publish(Map.of());
        read("/v1/articles/story").then().statusCode(200).body("slug", equalTo("story"));
        read("/v1/articles/hoax").then().statusCode(404);
    }

    @Test
    @DisplayName("or beside it, where somebody else has the old one meanwhile")
    void taken() throws Exception {
        Saved saved = article("Story").draft();
        String since = databaseTime();
        does().body(Map.of("slug", "hoax")).patch(ARTICLES + saved.id());
        article("Story").with("slug", "story").published();

        newsroom(Map.of("key", thiefId, "since", since, "dryRun", false))
                .post(PATH)
                .then()
                .body("failed", equalTo(0));

        newsroom().get(ARTICLES + saved.id()).then().body("slug", equalTo("story-2"));
    }
}
