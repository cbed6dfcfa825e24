package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.byline.given.Articles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("Comments of an article")
class ClosedCommentsTest extends CommentTest {

    @ParameterizedTest
    @CsvSource({"closed,", "open,2020-01-01T00:00:00Z"})
    @DisplayName("are refused where they are closed, as the article said beforehand")
    void closed(String policy, String closesAt) {
        Map<String, Object> comments =
                closesAt == null
                        ? Map.of("policy", policy)
                        : Map.of("policy", policy, "closesAt", closesAt);
        Articles.Saved other = Articles.article("Closed").with("comments", comments).published();

        read("/v1/articles/" + other.id()).then().body("comments.open", equalTo(false));
        read("/v1/articles/" + other.id() + "/comments/form")
                .then()
                .body("open", equalTo(false))
                .body("$", not(hasKey("token")));
        reader().contentType(ContentType.JSON)
                .body(input("Too late"))
                .post("/v1/articles/" + other.id() + "/comments")
                .then()
                .statusCode(403)
                .body("code", equalTo("comments-closed"));
    }

    @Test
    @DisplayName("close thirty days after publication")
    void closesByItself() {
        Articles.Saved other = Articles.article("Old").publishedAt("2020-03-01T12:00:00Z");

        read("/v1/articles/" + other.id())
                .then()
                .body("comments.open", equalTo(false))
                .body("comments.closesAt", equalTo("2020-03-31T12:00:00Z"));
    }

    @Test
    @DisplayName("answer 404 for a draft as for an article that never was")
    void draft() {
        Articles.Saved draft = Articles.article("Draft").draft();

        for (String id : List.of(draft.id(), draft.slug(), UUID.randomUUID().toString())) {
            reader().contentType(ContentType.JSON)
                    .body(input("Peek"))
                    .post("/v1/articles/" + id + "/comments")
                    .then()
                    .statusCode(404);
            read("/v1/articles/" + id + "/comments").then().statusCode(404);
            read("/v1/articles/" + id + "/comments/form").then().statusCode(404);
        }
    }

    @Test
    @DisplayName("are hidden with it, and shown again with it")
    void hiddenWithArticle() {
        Posted comment = say("Hello");

        Articles.Saved draft = article.unpublish();

        read(comment.path()).then().statusCode(404);
        read(comment.path() + "/replies").then().statusCode(404);
        reader().header("Edit-Token", comment.token()).get(comment.path()).then().statusCode(404);
        reader().header("Edit-Token", comment.token())
                .delete(comment.path())
                .then()
                .statusCode(404);
        assertThat(read("/v1/comments/counts?articles=" + article.id()).<List<?>>path("items"))
                .isEmpty();
        draft.publish(Map.of());
        read(comment.path()).then().statusCode(200);
    }
}
