package dev.byline.article;

import static dev.byline.given.Articles.article;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("/v1/newsroom/articles, for a writer")
class OwnDraftsTest extends ApiTest {

    private static final String PATH = "/v1/newsroom/articles";

    private String key;

    @BeforeEach
    void writer() {
        label("sections", "News");
        key = key("writer");
    }

    @Test
    @DisplayName("their own draft can be read, listed, changed, replaced and deleted")
    void own() {
        Response made = with(key, article("Mine").input()).post(PATH);
        made.then().statusCode(201).body("createdBy", startsWith("key:"));
        String id = made.path("id");
        article("Somebody else's").draft();

        with(key)
                .get(PATH + "?total=true")
                .then()
                .statusCode(200)
                .body("items.headline", contains("Mine"))
                .body("page.total", equalTo(1));
        with(key).get(PATH + "/" + id).then().statusCode(200);
        with(key, Map.of("kicker", "K"))
                .header("If-Match", "\"1\"")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200);
        with(key, article("Mine").input())
                .header("If-Match", "\"2\"")
                .put(PATH + "/" + id)
                .then()
                .statusCode(200);
        with(key).header("If-Match", "\"3\"").delete(PATH + "/" + id).then().statusCode(204);
    }

    @Test
    @DisplayName("another's draft is closed, and stays as it is")
    void others() {
        var other = article("Theirs").draft();
        String second = key("writer");
        String path = PATH + "/" + other.id();

        for (String stranger : List.of(key, second)) {
            with(stranger).get(path).then().statusCode(403);
            with(stranger).get(PATH + "?ids=" + other.id()).then().body("items.size()", equalTo(0));
            with(stranger, Map.of("kicker", "K"))
                    .header("If-Match", "*")
                    .patch(path)
                    .then()
                    .statusCode(403);
            with(stranger, article("Taken").input())
                    .header("If-Match", other.etag())
                    .put(path)
                    .then()
                    .statusCode(403);
            with(stranger).header("If-Match", other.etag()).delete(path).then().statusCode(403);
        }

        newsroom()
                .get(path)
                .then()
                .header("ETag", other.etag())
                .body("headline", equalTo("Theirs"));
    }

    @Test
    @DisplayName("publishing is an editor's; what is published is no longer the writer's to change")
    void published() {
        Response made = with(key, article("Mine").input()).post(PATH);
        String path = PATH + "/" + made.path("id");
        with(key, Map.of())
                .header("If-Match", "\"1\"")
                .post(path + "/publish")
                .then()
                .statusCode(403);
        String editor = key("editor");
        Response published =
                with(editor, Map.of()).header("If-Match", "\"1\"").post(path + "/publish");
        published.then().statusCode(200);

        with(key, Map.of("kicker", "K"))
                .header("If-Match", published.header("ETag"))
                .patch(path)
                .then()
                .statusCode(403);
        with(key)
                .header("If-Match", published.header("ETag"))
                .post(path + "/unpublish")
                .then()
                .statusCode(403);

        with(key).get(path).then().statusCode(200).header("ETag", published.header("ETag"));
        with(editor, Map.of("kicker", "K"))
                .header("If-Match", published.header("ETag"))
                .patch(path)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification with(String key) {
        return RestAssured.given().header("Authorization", "Bearer " + key);
    }

    private static RequestSpecification with(String key, Object json) {
        return with(key).contentType(ContentType.JSON).body(json);
    }

    private static String key(String role) {
        Response reply =
                newsroom(Map.of("name", "A " + role, "roles", List.of(role)))
                        .post("/v1/newsroom/keys");
        reply.then().statusCode(201);
        return reply.path("key");
    }
}
