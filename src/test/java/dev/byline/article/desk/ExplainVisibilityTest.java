package dev.byline.article.desk;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/newsroom/articles/{id}/visibility")
class ExplainVisibilityTest extends ApiTest {

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    private static Response visibility(Saved article, String query) {
        return newsroom().get("/v1/newsroom/articles/" + article.id() + "/visibility" + query);
    }

    @Test
    @DisplayName("tells each gate and its verdict, now and at any instant")
    void gates() {
        Saved saved =
                article("Gated")
                        .draft()
                        .publish(
                                Map.of(
                                        "at", "2026-01-01T00:00:00Z",
                                        "embargoUntil", "2998-01-01T00:00:00Z",
                                        "expiresAt", "2999-01-01T00:00:00Z"));

        visibility(saved, "")
                .then()
                .statusCode(200)
                .body("visible", equalTo(false))
                .body("gates.gate", contains("state", "schedule", "embargo", "expiry", "takedown"))
                .body("gates.open", contains(true, true, false, true, true))
                .body("gates[0].state", equalTo("published"))
                .body("gates[2].at", equalTo("2998-01-01T00:00:00Z"));
        visibility(saved, "?at=2998-01-01T00:00:00Z")
                .then()
                .body("visible", equalTo(true))
                .body("version", equalTo("published"))
                .body("gates.open", contains(true, true, true, true, true));
        visibility(saved, "?at=2999-01-01T00:00:00Z")
                .then()
                .body("visible", equalTo(false))
                .body("gates.open", contains(true, true, true, false, true));
        visibility(saved, "?at=2025-01-01T00:00:00Z")
                .then()
                .body("gates.open", contains(true, false, false, true, true));
        visibility(saved, "?at=tomorrow").then().statusCode(400);
    }

    @Test
    @DisplayName("tells of drafts, of takedowns and of the next version")
    void states() {
        visibility(article("Draft").draft(), "")
                .then()
                .body("visible", equalTo(false))
                .body("gates.open", contains(false, false, true, true, true));
        Saved next = article("One").published().change(Map.of("headline", "Two"));
        newsroom(Map.of("at", "2998-01-01T00:00:00Z"))
                .header("If-Match", next.etag())
                .post("/v1/newsroom/articles/" + next.id() + "/schedule");
        JsonPath before = visibility(next, "").jsonPath();
        assertThat(before.getString("version")).isEqualTo("published");
        assertThat(before.getString("nextVersionAt")).isEqualTo("2998-01-01T00:00:00Z");
        visibility(next, "?at=2998-01-01T00:00:00Z").then().body("version", equalTo("next"));
        Saved down = article("Down").published();
        newsroom(Map.of("reason", "error"))
                .header("If-Match", down.etag())
                .post("/v1/newsroom/articles/" + down.id() + "/takedown");
        visibility(down, "").then().body("gates.open", contains(false, true, true, true, false));
    }

    @Test
    @DisplayName("is for editors, and for writers of their own")
    void roles() {
        Saved saved = article("Draft").draft();
        String path = "/v1/newsroom/articles/" + saved.id() + "/visibility";
        reader().get(path).then().statusCode(401);
        Callers.with(Callers.key("writer")).get(path).then().statusCode(403);
        Callers.with(Callers.key("editor")).get(path).then().statusCode(200);
    }
}
