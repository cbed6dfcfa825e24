package dev.byline.comment.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;

import dev.byline.comment.CommentTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A flood of comments")
class LimitCommentsTest extends CommentTest {

    @Test
    @DisplayName(
            "from one network stops at the quota, whatever the requests claim about themselves")
    void quota() {
        settings(Map.of("quota", Map.of("comments", 5, "minutes", 60)));
        int accepted = 0;
        Response last = null;
        for (int i = 0; i < 40; i++) {
            last =
                    reader().contentType(ContentType.JSON)
                            .header("X-Forwarded-For", "198.51.100." + i)
                            .header("Forwarded", "for=203.0.113." + i)
                            .header("X-Real-IP", "203.0.113." + i)
                            .header("User-Agent", "robot " + i)
                            .header("Cookie", "session=" + i)
                            .body(from("robot" + i + "@example.org", "Number " + i))
                            .post(i % 2 == 0 ? comments() : byId());
            accepted += last.statusCode() == 201 ? 1 : 0;
        }

        assertThat(accepted).isEqualTo(5);
        last.then()
                .statusCode(429)
                .body("code", equalTo("too-many-requests"))
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .header("RateLimit", matchesPattern("\"comments\";r=0;t=[1-9][0-9]*"))
                .header("RateLimit-Policy", equalTo("\"comments\";q=5;w=3600"));
        assertThat(count()).isEqualTo(5);
        read(comments()).then().statusCode(200);
    }

    @Test
    @DisplayName("has no other address to go to: neither another case nor a slash at the end")
    void spellings() throws Exception {
        settings(Map.of("quota", Map.of("comments", 5, "minutes", 64)));
        for (int i = 0; i < 5; i++) {
            say("Number " + i);
        }

        for (String path :
                List.of(
                        comments() + "/",
                        comments() + "//",
                        comments() + "?x=1",
                        comments() + ";x=1",
                        "//" + comments().substring(1),
                        comments().replace("/comments", "/./comments"),
                        comments().replace("/comments", "/%63omments"),
                        comments().replace("/comments", "/Comments"),
                        comments().replace("/v1", "/V1"),
                        comments().toUpperCase(Locale.ROOT))) {
            reader().urlEncodingEnabled(false)
                    .contentType(ContentType.JSON)
                    .body(input("By " + path))
                    .post(path)
                    .then()
                    .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)));
        }
        assertThat(stored("select count(*) from comment")).isEqualTo("5");
    }

    @Test
    @DisplayName("that is refused costs one statement or two")
    void cheap() {
        settings(Map.of("quota", Map.of("comments", 1, "minutes", 61)));
        say("The only one");
        post(input("Refused by the database")).then().statusCode(429);

        assertThat(statements(() -> post(input("Refused from memory")).then().statusCode(429)))
                .isLessThanOrEqualTo(2);
    }

    private String byId() {
        return "/v1/articles/" + article.id() + "/comments";
    }

    @Test
    @DisplayName("of refused requests takes nothing from the quota")
    void refusedIsFree() {
        settings(Map.of("quota", Map.of("comments", 1, "minutes", 62)));
        Map<String, Object> bad = input("Bad");
        bad.put("parentId", "00000000-0000-7000-8000-000000000000");

        post(bad).then().statusCode(400);

        say("Good");
    }
}
