package dev.byline.taxonomy;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/sections")
class ListSectionsTest extends ApiTest {

    @BeforeEach
    void sections() {
        newsroom(Map.of("name", "World")).post("/v1/newsroom/sections");
        newsroom(Map.of("name", "Asia", "parent", "world")).post("/v1/newsroom/sections");
        newsroom(Map.of("name", "Korea", "parent", "asia")).post("/v1/newsroom/sections");
        newsroom(Map.of("name", "Empty", "description", "Nothing")).post("/v1/newsroom/sections");
    }

    @Test
    @DisplayName("lists all sections with their parents and the visible articles below them")
    void lists() {
        article("One").with("section", "korea").published();
        article("Two").with("section", "asia").published();
        article("Three").with("section", "world").draft();

        read("/v1/sections?total=true")
                .then()
                .statusCode(200)
                .body("items.slug", contains("asia", "empty", "korea", "world"))
                .body("items.articleCount", contains(2, 0, 1, 2))
                .body("items.parent.slug", contains("world", "asia"))
                .body("items[0].parent.name", equalTo("World"))
                .body("items[1].description", equalTo("Nothing"))
                .body("page.total", equalTo(4));
    }

    @Test
    @DisplayName("takes one statement, parents included")
    void statements() {
        assertThat(statements(() -> read("/v1/sections"))).isEqualTo(1);
        assertThat(statements(() -> read("/v1/sections/korea"))).isEqualTo(1);
    }

    @Test
    @DisplayName("/{section} shows an empty section as well, and leads from former slugs")
    void item() {
        read("/v1/sections/empty")
                .then()
                .statusCode(200)
                .body("articleCount", equalTo(0))
                .body("parent", nullValue());
        read("/v1/sections/korea").then().body("parent.slug", equalTo("asia"));
        String id = read("/v1/sections/empty").path("id");
        newsroom(Map.of("slug", "void"))
                .header("If-Match", "\"1\"")
                .patch("/v1/newsroom/sections/" + id);
        reader().redirects()
                .follow(false)
                .get("/v1/sections/empty")
                .then()
                .statusCode(308)
                .header("Location", "/v1/sections/void");
    }
}
