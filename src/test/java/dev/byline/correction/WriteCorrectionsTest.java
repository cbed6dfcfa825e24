package dev.byline.correction;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("/v1/newsroom/articles/{id}/corrections")
class WriteCorrectionsTest extends ApiTest {

    private static final Map<String, Object> CORRECTION =
            Map.of("kind", "correction", "text", "The gates are nine metres high.");

    private Saved saved;
    private String path;

    @BeforeEach
    void published() {
        label("sections", "News");
        saved = article("Gates").published();
        path = "/v1/newsroom/articles/" + saved.id() + "/corrections";
    }

    @ParameterizedTest
    @ValueSource(strings = {"correction", "clarification", "update", "retraction"})
    @DisplayName("POST is public at once, and leaves the article's version alone")
    void add(String kind) {
        String before = read("/v1/articles/gates").header("ETag");

        newsroom(Map.of("kind", kind, "text", "It was otherwise."))
                .post(path)
                .then()
                .statusCode(201)
                .body("kind", equalTo(kind));

        read("/v1/articles/gates")
                .then()
                .body("corrections.kind", contains(kind))
                .body("corrections[0].text", equalTo("It was otherwise."))
                .body("corrections[0]", not(hasKey("withdrawnAt")));
        read("/v1/articles/gates/corrections").then().body("items", hasSize(1));
        assertThat(read("/v1/articles/gates").header("ETag")).isNotEqualTo(before);
        newsroom().get("/v1/newsroom/articles/" + saved.id()).then().header("ETag", saved.etag());
    }

    @Test
    @DisplayName("withdrawing marks the entry, which stays in its place, and works once")
    void withdraw() {
        String id = newsroom(CORRECTION).post(path).path("id");
        newsroom(Map.of("kind", "update", "text", "More.")).post(path).then().statusCode(201);

        newsroom()
                .post(path + "/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("$", hasKey("withdrawnAt"));

        read("/v1/articles/gates/corrections")
                .then()
                .body("items.kind", contains("correction", "update"))
                .body("items[0].text", equalTo("The gates are nine metres high."))
                .body("items[0]", hasKey("withdrawnAt"))
                .body("items[1]", not(hasKey("withdrawnAt")));
        newsroom()
                .post(path + "/" + id + "/withdraw")
                .then()
                .statusCode(409)
                .body("code", equalTo("forbidden-transition"));
        newsroom().delete(path + "/" + id).then().statusCode(404);
        newsroom().get(path).then().body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from correction",
                "truncate correction",
                "update correction set text = 'Nothing happened.'",
                "update correction set at = at + interval '1 second'",
                "update correction set withdrawn_at = null, withdrawn_by = null"
            })
    @DisplayName("the database itself keeps every entry as it was told, and its withdrawal")
    void kept(String sql) throws Exception {
        String id = newsroom(CORRECTION).post(path).path("id");
        assertThatThrownBy(() -> sql(sql)).hasMessageContaining("correction is not rewritten");

        newsroom().post(path + "/" + id + "/withdraw").then().statusCode(200);

        assertThatThrownBy(() -> sql(sql)).hasMessageContaining("correction is not rewritten");
        read("/v1/articles/gates/corrections")
                .then()
                .body("items.text", contains("The gates are nine metres high."))
                .body("items[0]", hasKey("withdrawnAt"));
    }

    @Test
    @DisplayName("a correction of another article is not found here")
    void otherArticle() {
        String id = newsroom(CORRECTION).post(path).path("id");
        Saved other = article("Other").published();
        newsroom()
                .post("/v1/newsroom/articles/" + other.id() + "/corrections/" + id + "/withdraw")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"correction\"}",
                "{\"kind\":\"correction\",\"text\":\" \"}",
                "{\"kind\":\"lie\",\"text\":\"x\"}",
                "{\"text\":\"x\"}",
                "{\"kind\":\"update\",\"text\":\"x\",\"at\":\"2020-01-01T00:00:00Z\"}"
            })
    @DisplayName("POST refuses bad input")
    void badInput(String body) {
        newsroom(body).post(path).then().statusCode(400);
        newsroom().get(path).then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("is for articles that were public, and for editors")
    void who() {
        Saved draft = article("Draft").draft();
        newsroom(CORRECTION)
                .post("/v1/newsroom/articles/" + draft.id() + "/corrections")
                .then()
                .statusCode(409);
        Callers.with(Callers.key("writer"))
                .contentType(ContentType.JSON)
                .body(CORRECTION)
                .post(path)
                .then()
                .statusCode(403);
        Callers.with(Callers.key("writer")).get(path).then().statusCode(403);
        Callers.with(Callers.key("editor")).get(path).then().statusCode(200);
        reader().get(path).then().statusCode(401);
    }
}
