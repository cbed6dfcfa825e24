package dev.byline.article;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET of an article that was taken down")
class TakenDownTest extends ApiTest {

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    private static void takeDown(Saved saved) {
        newsroom(Map.of("reason", "legal", "note", "court order 17"))
                .header("If-Match", saved.etag())
                .post("/v1/newsroom/articles/" + saved.id() + "/takedown")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("is 410 with the class of reason, by id and every slug that was public")
    void gone() {
        Saved saved = article("Secret words").published();
        saved = saved.change(Map.of("slug", "second-slug")).publish(Map.of());
        saved = saved.change(Map.of("slug", "never-public"));
        takeDown(saved);

        for (String name : List.of(saved.id(), "secret-words", "second-slug")) {
            for (String more : List.of("", "/corrections", "?fields=headline")) {
                Response reply =
                        reader().redirects().follow(false).get("/v1/articles/" + name + more);
                reply.then()
                        .statusCode(410)
                        .header("Cache-Control", "public, max-age=5")
                        .body("code", equalTo("taken-down"))
                        .body("reason", equalTo("legal"));
                assertThat(reply.asString().replace(name, ""))
                        .doesNotContainIgnoringCase("secret")
                        .doesNotContain("second-slug")
                        .doesNotContain("court");
                reader().redirects()
                        .follow(false)
                        .head("/v1/articles/" + name + more)
                        .then()
                        .statusCode(410);
            }
        }
        read("/v1/articles/never-public").then().statusCode(404);
    }

    @Test
    @DisplayName("is in no list, count or shelf, and its labels go with it")
    void excluded() {
        label("tags", "Scandal");
        Saved saved = article("Secret words").with("tags", List.of("scandal")).published();
        takeDown(saved);

        for (String query :
                List.of("?", "?section=news&", "?q=secret&", "?ids=" + saved.id() + "&")) {
            Response list =
                    read("/v1/articles" + query + (query.contains("ids") ? "" : "total=true"));
            list.then().statusCode(200).body("items", empty());
        }
        read("/v1/sections/news").then().body("articleCount", equalTo(0));
        read("/v1/tags/scandal").then().statusCode(404);
    }

    @Test
    @DisplayName("is 404 when no reader ever saw it")
    void neverPublic() {
        Saved embargoed =
                article("Embargoed")
                        .draft()
                        .publish(Map.of("embargoUntil", "2999-01-01T00:00:00Z"));
        takeDown(embargoed);
        Saved draft = article("Draft").draft();
        newsroom(Map.of())
                .header("If-Match", draft.etag())
                .post("/v1/newsroom/articles/" + draft.id() + "/archive")
                .then()
                .statusCode(200);
        String etag = newsroom().get("/v1/newsroom/articles/" + draft.id()).header("ETag");
        takeDown(new Saved(draft.id(), draft.slug(), etag));
        for (Saved hidden : List.of(embargoed, draft)) {
            read("/v1/articles/" + hidden.id()).then().statusCode(404);
            read("/v1/articles/" + hidden.slug()).then().statusCode(404);
        }
    }

    @Test
    @DisplayName("is 410 for one that was seen only between two runs of the job")
    void seenBetweenRuns() throws Exception {
        Saved embargoed =
                article("Brief")
                        .draft()
                        .publish(
                                Map.of(
                                        "at", "2026-01-01T00:00:00Z",
                                        "embargoUntil", "2999-01-01T00:00:00Z"));
        sql(
                "update article set embargo_until = date_trunc('milliseconds', now() - interval '1 second'),"
                        + " due_at = date_trunc('milliseconds', now() - interval '1 second')");
        read("/v1/articles/brief").then().statusCode(200);
        takeDown(embargoed);
        read("/v1/articles/brief").then().statusCode(410);
    }
}
