package dev.byline.taxonomy;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("PATCH /v1/newsroom/sections/{id} with another parent")
class MoveSectionTest extends ApiTest {

    private final Map<String, String> ids = new HashMap<>();

    private void section(String slug, String parent) {
        Map<String, String> input = new HashMap<>(Map.of("name", slug));
        if (parent != null) {
            input.put("parent", parent);
        }
        Response made = newsroom(input).post("/v1/newsroom/sections");
        made.then().statusCode(201);
        ids.put(slug, made.path("id"));
    }

    private Response move(String slug, String parent) {
        Map<String, String> patch = new HashMap<>();
        patch.put("parent", parent);
        return newsroom(patch)
                .header("If-Match", "*")
                .patch("/v1/newsroom/sections/" + ids.get(slug));
    }

    private static void assertLists(String section, String... headlines) {
        read("/v1/articles?section=" + section)
                .then()
                .body("items.headline", headlines.length == 0 ? empty() : contains(headlines));
        read("/v1/sections/" + section).then().body("articleCount", equalTo(headlines.length));
    }

    @Test
    @DisplayName("takes the articles of the subtree from the old ancestors to the new ones")
    void shelves() {
        section("a", null);
        section("b", null);
        section("m", "a");
        section("n", "m");
        article("In m").with("section", "m").publishedAt("2026-01-02T00:00:00Z");
        article("In n").with("section", "n").publishedAt("2026-01-01T00:00:00Z");
        article("In a").with("section", "a").publishedAt("2026-01-03T00:00:00Z");
        assertLists("a", "In a", "In m", "In n");

        move("m", "b").then().statusCode(200).body("parent.slug", equalTo("b"));
        assertLists("a", "In a");
        assertLists("b", "In m", "In n");
        assertLists("m", "In m", "In n");

        move("m", null).then().statusCode(200).body("parent", nullValue());
        assertLists("b");
        assertLists("m", "In m", "In n");

        move("n", ids.get("a")).then().body("input.parent", equalTo("a"));
        assertLists("a", "In a", "In n");
        assertLists("m", "In m");
        assertLists("n", "In n");
    }

    @Test
    @DisplayName("keeps what the old and the new place have in common")
    void common() {
        section("top", null);
        section("x", "top");
        section("y", "top");
        section("m", "x");
        article("One").with("section", "m").published();

        move("m", "y");
        assertLists("top", "One");
        assertLists("x");
        assertLists("y", "One");
        move("m", "top");
        assertLists("top", "One");
        assertLists("y");
    }

    @Test
    @DisplayName("refuses circles, too many levels and unknown parents with a pointer")
    void refused() {
        section("a", null);
        section("b", "a");
        section("c", "b");
        section("d", "c");
        section("e", "d");
        section("p", null);
        section("q", "p");

        assertFlaw(move("a", "a"), "conflicting");
        assertFlaw(move("a", "e"), "conflicting");
        assertFlaw(move("p", "d"), "out-of-range");
        assertFlaw(move("q", "e"), "out-of-range");
        assertFlaw(move("q", "nowhere"), "unknown-reference");
        assertFlaw(move("q", ""), "unknown-reference");
        assertFlaw(
                newsroom(Map.of("name", "f", "parent", "e")).post("/v1/newsroom/sections"),
                "out-of-range");
        move("q", "d").then().statusCode(200);
        newsroom().get("/v1/newsroom/sections/" + ids.get("a")).then().header("ETag", "\"1\"");
    }

    private static void assertFlaw(Response reply, String code) {
        reply.then()
                .statusCode(400)
                .body("errors.pointer", contains("/parent"))
                .body("errors.code", contains(code));
    }

    @Test
    @DisplayName("makes no circle of two moves at once")
    void together() {
        section("a", null);
        section("b", null);

        List<Integer> statuses =
                Stream.of(List.of("a", "b"), List.of("b", "a"))
                        .parallel()
                        .map(pair -> move(pair.get(0), pair.get(1)).statusCode())
                        .sorted()
                        .toList();

        assertThat(statuses).containsExactly(200, 400);
    }
}
