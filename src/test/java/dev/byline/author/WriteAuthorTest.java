package dev.byline.author;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("POST, PUT and PATCH /v1/newsroom/authors")
class WriteAuthorTest extends ApiTest {

    private static Response create(Object links) {
        return newsroom(Map.of("name", "Jane Doe", "bio", "Reports.\nTravels.", "links", links))
                .post("/v1/newsroom/authors");
    }

    @Test
    @DisplayName("keep links in order, and an unchanged input changes nothing")
    void links() {
        var links =
                List.of(
                        Map.of("title", "Site", "url", "https://jane.example/?a=1&b=%20#x"),
                        Map.of("title", "Agency", "url", "HTTP://agency.example"));
        Response made = create(links);
        String path = "/v1/newsroom/authors/" + made.path("id");

        made.then()
                .statusCode(201)
                .body("links", equalTo(links))
                .body("bio", equalTo("Reports.\nTravels."));
        newsroom(made.<Map<String, ?>>path("input"))
                .header("If-Match", "\"1\"")
                .put(path)
                .then()
                .header("ETag", "\"1\"");
        newsroom(Map.of("links", List.of(links.get(1))))
                .header("If-Match", "\"1\"")
                .patch(path)
                .then()
                .header("ETag", "\"2\"")
                .body("links.title", contains("Agency"));
    }

    @Test
    @DisplayName("clear links and bio by null")
    void cleared() {
        Response made = create(List.of(Map.of("title", "Site", "url", "https://jane.example")));
        Map<String, Object> patch = new HashMap<>();
        patch.put("links", null);
        patch.put("bio", null);

        newsroom(patch)
                .header("If-Match", "\"1\"")
                .patch("/v1/newsroom/authors/" + made.path("id"))
                .then()
                .statusCode(200)
                .body("links", empty())
                .body("containsKey('bio')", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "//jane.example",
                "jane.example",
                "https:///x",
                "https://user:password@jane.example",
                "https://jane.example/ x",
                "ftp://jane.example",
                "http:",
                ""
            })
    @DisplayName("refuse links that are no http URL with a pointer")
    void badUrl(String url) {
        create(
                        List.of(
                                Map.of("title", "Good", "url", "https://a.example"),
                                Map.of("title", "Bad", "url", url)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/links/1/url"));
    }

    @Test
    @DisplayName("refuse too many, nameless and null links with pointers")
    void badLinks() {
        var link = Map.of("title", "Site", "url", "https://jane.example");
        create(Collections.nCopies(21, link)).then().body("errors.pointer", contains("/links"));
        create(List.of(Map.of("title", " ", "url", "https://jane.example", "rel", "me")))
                .then()
                .body("errors.pointer", contains("/links/0/rel"));
        create(List.of(Map.of("url", "https://jane.example")))
                .then()
                .body("errors.pointer", contains("/links/0/title"));
        create(Collections.singletonList(null)).then().body("errors.pointer", contains("/links/0"));
        create("https://jane.example").then().body("errors.pointer", contains("/links"));
    }
}
