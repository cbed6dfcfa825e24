package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("PATCH and DELETE /v1/comments/{id}")
class EditOwnCommentTest extends CommentTest {

    @Test
    @DisplayName("change the words for who sends the Edit-Token")
    void edit() {
        Posted comment = say("Frist!");

        patch(comment.id(), comment.token(), Map.of("text", "First! https://example.org"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("text", equalTo("First! https://example.org"))
                .body("state", equalTo("visible"));

        read(comment.path())
                .then()
                .body("text", equalTo("First! https://example.org"))
                .body("editedAt", notNullValue());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    @DisplayName("judge the new words like a new comment")
    void judged() {
        settings(Map.of("suspectWords", List.of("casino")));
        Posted comment = say("Fine words");

        patch(comment.id(), comment.token(), Map.of("text", "Visit my CASINO"))
                .then()
                .statusCode(200)
                .body("state", equalTo("held"));

        read(comment.path()).then().statusCode(404);
        assertThat(count()).isZero();
        patch(comment.id(), comment.token(), Map.of("text", "Fine words again"))
                .then()
                .body("state", equalTo("held"));
        read(comment.path()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    @DisplayName("are refused with another token")
    void foreign(String token) {
        Posted comment = say("Mine");

        patch(comment.id(), token, Map.of("text", "Yours")).then().statusCode(403);
        reader().header("Edit-Token", token).delete(comment.path()).then().statusCode(403);

        read(comment.path()).then().body("text", equalTo("Mine"));
    }

    @Test
    @DisplayName("are refused with the token of another comment, or none")
    void others() {
        Posted mine = say("Mine");
        Posted other = say("Other");

        patch(mine.id(), other.token(), Map.of("text", "Changed")).then().statusCode(403);
        reader().delete(mine.path()).then().statusCode(403);
        reader().header("Edit-Token", other.token()).delete(mine.path()).then().statusCode(403);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    @DisplayName("don't tell a held comment from none without its token")
    void heldIsHidden() {
        Map<String, Object> trap = input("Hidden");
        trap.put("url2", "x");
        Posted hidden = held(trap);

        Response guess = patch(hidden.id(), "guess", Map.of("text", "x"));
        Response none = patch("00000000-0000-7000-8000-000000000000", "guess", Map.of("text", "x"));

        assertThat(guess.statusCode()).isEqualTo(404).isEqualTo(none.statusCode());
        assertThat(guess.<String>path("detail")).isEqualTo(none.path("detail"));
        patch(hidden.id(), hidden.token(), Map.of("text", "Still there")).then().statusCode(200);
    }

    @Test
    @DisplayName("end with the window")
    void window() throws Exception {
        Posted comment = say("Too late");
        sql("update comment set edit_until = statement_timestamp() - interval '1 second'");

        patch(comment.id(), comment.token(), Map.of("text", "Changed"))
                .then()
                .statusCode(403)
                .body("code", equalTo("edit-window-closed"));
        reader().header("Edit-Token", comment.token())
                .delete(comment.path())
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":null}",
                "{\"text\":\" \"}",
                "{\"text\":\"\\u00A0\\u200B\"}",
                "{\"text\":[]}",
                "{\"state\":\"visible\"}",
                "{\"author\":{\"name\":\"Other\"}}",
                "[]"
            })
    @DisplayName("change nothing but the words")
    void nothingElse(String body) {
        Posted comment = say("Mine");

        reader().contentType(ContentType.JSON)
                .header("Edit-Token", comment.token())
                .body(body)
                .patch(comment.path())
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("remove for good: no word and no name is left in the database")
    void removed() throws Exception {
        Posted comment = say("Regretted words");

        reader().header("Edit-Token", comment.token())
                .delete(comment.path())
                .then()
                .statusCode(204);

        read(comment.path()).then().statusCode(404);
        reader().header("Edit-Token", comment.token()).get(comment.path()).then().statusCode(404);
        reader().header("Edit-Token", comment.token())
                .delete(comment.path())
                .then()
                .statusCode(404);
        assertThat(stored("select cast(comment as text) from comment"))
                .contains("DELETED")
                .doesNotContain("Regretted", "Ada");
    }

    private static Response patch(String id, String token, Map<String, Object> body) {
        return reader().contentType(ContentType.JSON)
                .header("Edit-Token", token)
                .body(body)
                .patch("/v1/comments/{id}", id);
    }
}
