package dev.byline.comment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.byline.comment.CommentTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("POST /v1/comments/{id}/reports")
class ReportCommentTest extends CommentTest {

    @Test
    @DisplayName("holds a comment when enough networks report it, until a moderator has looked")
    void holds() throws Exception {
        settings(Map.of("reportsToHold", 2));
        Posted comment = say("Doubtful");

        report(comment.id(), Map.of("reason", "offensive", "note", "rude")).then().statusCode(202);
        report(comment.id(), Map.of("reason", "spam")).then().statusCode(202);
        read(comment.path()).then().statusCode(200);
        assertThat(stored("select count(*) from comment_report")).isEqualTo("1");

        // As if the first had come from another network.
        sql("update comment_report set reporter = '\\x01'");
        report(comment.id(), Map.of("reason", "illegal")).then().statusCode(202);

        read(comment.path()).then().statusCode(404);
        assertThat(count()).isZero();
        newsroom()
                .get(QUEUE + "?reason=reported")
                .then()
                .body("items.id", hasItem(comment.id()))
                .body("items[0].reports", equalTo(2));

        moderate(comment.id(), "approve", Map.of())
                .then()
                .body("state", equalTo("visible"))
                .body("reports", equalTo(0));
        read(comment.path()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":\"boring\"}",
                "{\"reason\":null}",
                "{\"reason\":\"spam\",\"state\":\"spam\"}"
            })
    @DisplayName("refuses reasons that are not on the list")
    void reasons(String body) {
        Posted comment = say("Fine");

        reader().contentType(ContentType.JSON)
                .body(body)
                .post(comment.path() + "/reports")
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("answers 404 for what is held as for what never was")
    void hidden() {
        Map<String, Object> trap = input("Hidden");
        trap.put("url2", "x");
        Posted held = held(trap);

        for (String id : List.of(held.id(), UUID.randomUUID().toString())) {
            report(id, Map.of("reason", "spam")).then().statusCode(404);
        }
    }

    private static Response report(String id, Map<String, Object> body) {
        return reader().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/comments/" + id + "/reports");
    }
}
