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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("GET /v1/tags")
class ListTagsTest extends ApiTest {

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    private static void tag(String name, String type) {
        newsroom(Map.of("name", name, "type", type)).post("/v1/newsroom/tags");
    }

    @Test
    @DisplayName("lists tags of visible articles with their counts, by slug, and no others")
    void visibleOnly() throws Exception {
        List.of("Zinc", "Acid", "Draft", "Gone", "Embargoed", "Expired", "Later", "Unused")
                .forEach(name -> tag(name, "topic"));
        article("One").with("tags", List.of("zinc", "acid")).published();
        article("Two").with("tags", List.of("zinc")).published();
        article("Three").with("tags", List.of("draft")).draft();
        article("Four").with("tags", List.of("gone")).published().unpublish();
        String embargoed =
                article("Five").with("tags", List.of("embargoed", "zinc")).published().id();
        sql(
                "update article set embargo_until = now() + interval '1 hour' where id = '"
                        + embargoed
                        + "'");
        String expired = article("Six").with("tags", List.of("expired", "zinc")).published().id();
        sql(
                "update article set expires_at = now() - interval '1 second' where id = '"
                        + expired
                        + "'");
        article("Seven").published().change(Map.of("tags", List.of("later")));

        Response list = read("/v1/tags?total=true");

        list.then()
                .statusCode(200)
                .body("items.name", contains("Acid", "Zinc"))
                .body("items.articleCount", contains(1, 2))
                .body("page.total", equalTo(2));
        for (String hidden : List.of("draft", "gone", "embargoed", "expired", "later", "unused")) {
            Response answer = read("/v1/tags/" + hidden);
            Response unknown = read("/v1/tags/unknown");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.asString().replace(hidden, "unknown")).isEqualTo(unknown.asString());
            read("/v1/tags?total=true&q=" + hidden)
                    .then()
                    .body("items", empty())
                    .body("page.total", equalTo(0));
        }
    }

    @Test
    @DisplayName("pages only through tags of visible articles, with cursors that tell of no others")
    void pages() {
        List.of("A", "B", "C", "D", "E").forEach(name -> tag(name, "topic"));
        article("One").with("tags", List.of("b", "d")).published();

        Response first = read("/v1/tags?limit=1");
        Response last = read("/v1/tags?limit=1&cursor=" + first.path("page.next"));
        Response back = read("/v1/tags?limit=1&cursor=" + last.path("page.prev"));

        first.then().body("items.slug", contains("b")).body("page.prev", nullValue());
        last.then().body("items.slug", contains("d")).body("page.next", nullValue());
        back.then().body("items.slug", contains("b")).body("page.prev", nullValue());
        assertThat(back.<String>path("page.next")).isEqualTo(first.path("page.next"));
        assertThat(first.header("Link")).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
    }

    @Test
    @DisplayName("?type and ?q narrow the list together")
    void filters() {
        tag("North", "place");
        tag("Norman", "person");
        tag("South", "place");
        article("One").with("tags", List.of("north", "norman", "south")).published();

        read("/v1/tags?type=place").then().body("items.slug", contains("north", "south"));
        read("/v1/tags?type=place&q=NO").then().body("items.slug", contains("north"));
        read("/v1/tags?type=series").then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLACE", "places", "place,person", "place'--", "0"})
    @DisplayName("?type with an unknown value is 400")
    void unknownType(String type) {
        reader().queryParam("type", type)
                .get("/v1/tags")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("type"));
    }

    @Test
    @DisplayName("takes one statement for the first page, whatever its length")
    void statements() {
        List<String> slugs =
                IntStream.range(10, 40).mapToObj(i -> label("tags", "T " + i)).toList();
        article("One").with("tags", slugs.subList(0, 15)).published();
        article("Two").with("tags", slugs.subList(15, 30)).published();

        assertThat(statements(() -> read("/v1/tags"))).isEqualTo(1);
        assertThat(statements(() -> read("/v1/tags?limit=100&total=true"))).isEqualTo(2);
        assertThat(statements(() -> read("/v1/tags/t-10"))).isEqualTo(1);
        assertThat(statements(() -> read("/v1/tags/unknown"))).isEqualTo(1);
    }
}
