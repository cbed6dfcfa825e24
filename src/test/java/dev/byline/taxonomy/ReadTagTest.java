package dev.byline.taxonomy;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/tags/{tag}")
class ReadTagTest extends ApiTest {

    private String id;

    @BeforeEach
    void tag() {
        label("sections", "News");
        id =
                newsroom(
                                Map.of(
                                        "name", "North Korea",
                                        "type", "place",
                                        "description", "A country",
                                        "sameAs", "https://www.wikidata.org/wiki/Q423"))
                        .post("/v1/newsroom/tags")
                        .path("id");
    }

    private static Response rename(String id, String etag, String slug) {
        return newsroom(Map.of("slug", slug))
                .header("If-Match", etag)
                .patch("/v1/newsroom/tags/" + id);
    }

    @Test
    @DisplayName("answers by slug and by id, with a validator")
    void reads() {
        article("One").with("tags", List.of("north-korea")).published();

        Response reply = read("/v1/tags/north-korea");

        reply.then()
                .statusCode(200)
                .header("Cache-Control", matchesPattern("public, max-age=\\d+"))
                .body("id", equalTo(id))
                .body("slug", equalTo("north-korea"))
                .body("name", equalTo("North Korea"))
                .body("type", equalTo("place"))
                .body("description", equalTo("A country"))
                .body("sameAs", equalTo("https://www.wikidata.org/wiki/Q423"))
                .body("articleCount", equalTo(1));
        assertThat(read("/v1/tags/" + id).asString()).isEqualTo(reply.asString());
        reader().header("If-None-Match", reply.header("ETag"))
                .get("/v1/tags/north-korea")
                .then()
                .statusCode(304);
        reader().head("/v1/tags/north-korea").then().statusCode(200);
    }

    @Test
    @DisplayName("answers a former slug with 308 while a visible article stands under the tag")
    void moved() {
        rename(id, "\"1\"", "dprk");
        rename(id, "\"2\"", "tags");
        read("/v1/tags/north-korea").then().statusCode(404);
        article("One").with("tags", List.of("north-korea")).published();

        for (String former : List.of("north-korea", "dprk")) {
            reader().redirects()
                    .follow(false)
                    .get("/v1/tags/" + former)
                    .then()
                    .statusCode(308)
                    .header("Location", "/v1/tags/tags")
                    .header("Cache-Control", "public, max-age=5");
        }
        rename(id, "\"3\"", "korea");
        reader().redirects()
                .follow(false)
                .get("/v1/tags/tags")
                .then()
                .statusCode(308)
                .header("Location", "/v1/tags/korea");
    }

    @Test
    @DisplayName("answers what names no tag with 404")
    void unknown() {
        for (String name :
                List.of(
                        "x",
                        "North-Korea",
                        "north-korea'--",
                        "1-1-1-1-1",
                        "01890000-0000-7000-8000-000000000000",
                        "x".repeat(500))) {
            reader().get("/v1/tags/{tag}", name).then().statusCode(404);
        }
    }

    @Test
    @DisplayName("refuses every parameter")
    void parameters() {
        read("/v1/tags/north-korea?fields=name")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("fields"));
    }
}
