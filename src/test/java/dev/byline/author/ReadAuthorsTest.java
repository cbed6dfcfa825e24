package dev.byline.author;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/authors")
class ReadAuthorsTest extends ApiTest {

    @BeforeEach
    void authors() {
        label("sections", "News");
        label("authors", "Jane Doe");
        label("authors", "Jan Hidden");
        article("One").with("authors", List.of(Map.of("author", "jane-doe"))).published();
        article("Two").with("authors", List.of(Map.of("author", "jan-hidden"))).draft();
    }

    @Test
    @DisplayName("lists authors of visible articles and finds them by the beginning of the name")
    void lists() {
        read("/v1/authors?total=true&q=jAN")
                .then()
                .statusCode(200)
                .body("items.name", contains("Jane Doe"))
                .body("items.articleCount", contains(1))
                .body("items[0].links", empty())
                .body("page.total", equalTo(1));
        read("/v1/authors?q=jan%20").then().body("items", empty());
    }

    @Test
    @DisplayName("/{author} is 404 without a visible article, as for an unknown author")
    void item() {
        read("/v1/authors/jane-doe").then().statusCode(200).body("name", equalTo("Jane Doe"));
        String hidden = read("/v1/authors/jan-hidden").asString();
        assertThat(hidden.replace("jan-hidden", "nobody"))
                .isEqualTo(read("/v1/authors/nobody").asString());
        read("/v1/authors/jan-hidden").then().statusCode(404);
    }

    @Test
    @DisplayName("/{author} answers a former slug with 308")
    void moved() {
        String id = read("/v1/authors/jane-doe").path("id");
        newsroom(Map.of("slug", "jane-roe"))
                .header("If-Match", "*")
                .patch("/v1/newsroom/authors/" + id)
                .then()
                .statusCode(200);
        reader().redirects()
                .follow(false)
                .get("/v1/authors/jane-doe")
                .then()
                .statusCode(308)
                .header("Location", "/v1/authors/jane-roe");
    }

    @Test
    @DisplayName("takes one statement")
    void statements() {
        assertThat(statements(() -> read("/v1/authors"))).isEqualTo(1);
        assertThat(statements(() -> read("/v1/authors/jane-doe"))).isEqualTo(1);
    }
}
