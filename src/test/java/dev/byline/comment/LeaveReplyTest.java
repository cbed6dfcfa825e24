package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.byline.given.Articles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("POST /v1/articles/{article}/comments")
class LeaveReplyTest extends CommentTest {

    @Test
    @DisplayName("shows a comment at once, with the only copy of its token")
    void shownAtOnce() {
        Response reply = post(input("First!\n\nSee <b>https://example.org/a?b=1&c</b>."));

        reply.then()
                .statusCode(201)
                .header("Location", "/v1/comments/" + reply.path("id"))
                .header("Cache-Control", "private, no-store")
                .header("RateLimit-Policy", "\"comments\";q=1000000;w=600")
                .header("RateLimit", matchesPattern("\"comments\";r=[0-9]+;t=[0-9]+"))
                .body("state", equalTo("visible"))
                .body("articleId", equalTo(article.id()))
                .body("depth", equalTo(0))
                .body("author.name", equalTo("Ada"))
                .body("author.avatar", matchesPattern("[0-9a-f]{16}"))
                .body("text", equalTo("First!\n\nSee <b>https://example.org/a?b=1&c</b>."))
                .body(
                        "html",
                        equalTo(
                                "<p>First!</p><p>See &lt;b&gt;<a href=\"https://example.org/a?b=1&amp;c\""
                                        + " rel=\"ugc nofollow noopener\">https://example.org/a?b=1&amp;c</a>"
                                        + "&lt;/b&gt;.</p>"))
                .body("edit.token", matchesPattern("[0-9A-Za-z_-]{43}"))
                .body("edit.until", notNullValue());
        assertThat(read("/v1/comments/" + reply.path("id")).asString())
                .doesNotContain("edit", EMAIL, (String) reply.path("edit.token"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    @DisplayName("holds a comment of a premoderated article, and counts it not")
    void premoderated() {
        Articles.Saved other =
                Articles.article("Premoderated")
                        .with("comments", Map.of("policy", "premoderated"))
                        .published();

        Response reply =
                reader().contentType(ContentType.JSON)
                        .body(input("Patience"))
                        .post("/v1/articles/" + other.slug() + "/comments");

        reply.then().statusCode(202).body("state", equalTo("held"));
        read("/v1/articles/" + other.id())
                .then()
                .body("comments.policy", equalTo("premoderated"))
                .body("comments.open", equalTo(true))
                .body("comments.count", equalTo(0));
        read("/v1/comments/" + reply.path("id")).then().statusCode(404);
        reader().header("Edit-Token", reply.<String>path("edit.token"))
                .get("/v1/comments/" + reply.path("id"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("text", equalTo("Patience"))
                .body("state", equalTo("held"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /author",
                "{\"author\":{},\"text\":\"x\"} | /author/email",
                "{\"author\":{\"name\":\"A\",\"email\":\"nobody\"},\"text\":\"x\"} | /author/email",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b\"},\"text\":\"x\"} | /author/email",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b.c\\r\\nBcc: x@y.z\"},\"text\":\"x\"} | /author/email",
                "{\"author\":{\"name\":\"A\\u202Eb\",\"email\":\"a@b.example\"},\"text\":\"x\"} | /author/name",
                "{\"author\":{\"name\":\"A\\nb\",\"email\":\"a@b.example\"},\"text\":\"x\"} | /author/name",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\",\"website\":\"javascript:alert(1)\"},\"text\":\"x\"} | /author/website",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\"},\"text\":\"  \"} | /text",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\"},\"text\":\"\\u00A0\\u200B\\u2060\"} | /text",
                "{\"author\":{\"name\":\"\\u00A0\",\"email\":\"a@b.example\"},\"text\":\"x\"} | /author/name",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\"},\"text\":7} | /text",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\"},\"text\":\"x\",\"state\":\"visible\"} | /state",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\",\"id\":\"7\"},\"text\":\"x\"} | /author/id",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\"},\"text\":\"x\",\"ip\":\"::1\"} | /ip",
                "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\"},\"text\":\"x\",\"parentId\":\"00000000-0000-7000-8000-000000000000\"} | /parentId"
            })
    @DisplayName("is refused with what is wrong")
    void invalid(String body, String pointer) {
        reader().contentType(ContentType.JSON)
                .body(body)
                .post(comments())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
        assertThat(count()).isZero();
    }

    @Test
    @DisplayName("is refused when the text is longer than 5,000 characters")
    void tooLong() {
        post(input("x".repeat(5001))).then().statusCode(400);
        post(input("x".repeat(5000))).then().statusCode(201);
    }

    @Test
    @DisplayName("is refused when it answers a held comment, or one of another article")
    void foreignParent() {
        Map<String, Object> trap = input("Hidden");
        trap.put("url2", "https://spam.example");
        Posted hidden = held(trap);
        Articles.Saved other = Articles.article("Other").published();
        Posted here = say("Here");

        Map<String, Object> toHidden = input("Answer");
        toHidden.put("parentId", hidden.id());
        post(toHidden).then().statusCode(400).body("errors[0].pointer", equalTo("/parentId"));
        Map<String, Object> elsewhere = input("Answer");
        elsewhere.put("parentId", here.id());
        reader().contentType(ContentType.JSON)
                .body(elsewhere)
                .post("/v1/articles/" + other.id() + "/comments")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/parentId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "website", "text"})
    @DisplayName("gives back as text, and in html as nothing else, whatever is written")
    void hostile(String field) {
        String payload = "</p><script>alert(1)</script>\"'onmouseover=alert(1) &lt;";
        Map<String, Object> input = input(field.equals("text") ? payload : "Harmless");
        @SuppressWarnings("unchecked")
        Map<String, Object> author = (Map<String, Object>) input.get("author");
        if (field.equals("name")) {
            author.put("name", payload);
        } else if (field.equals("website")) {
            author.put("website", "https://example.org/?q=" + payload);
        }
        Response reply = post(input);

        if (field.equals("website")) {
            reply.then().statusCode(400);
            return;
        }
        reply.then().statusCode(201).contentType("application/json");
        assertThat(reply.<String>path(field.equals("name") ? "author.name" : "text"))
                .isEqualTo(payload);
        assertThat(reply.<String>path("html"))
                .doesNotContain("<script", "onmouseover=alert(1) &lt;");
    }

    @Test
    @DisplayName("costs at most eight statements")
    void statements() {
        say("The first");

        assertThat(statements(() -> post(from("new@example.org", "The second"))))
                .isLessThanOrEqualTo(8);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    @DisplayName("records the consent that the form asks for, and refuses without it")
    void consent() throws Exception {
        settings(Map.of("consentText", "You may store my address.", "notice", "Be kind."));
        read(comments() + "/form")
                .then()
                .header("Cache-Control", "private, no-store")
                .body("open", equalTo(true))
                .body("notice", equalTo("Be kind."))
                .body("consentText", equalTo("You may store my address."))
                .body("fields.name", hasItem("consent"))
                .body("token", notNullValue());

        post(input("No")).then().statusCode(400).body("errors[0].pointer", equalTo("/consent"));
        Map<String, Object> agreed = input("Yes");
        agreed.put("consent", true);
        visible(agreed);

        assertThat(stored("select consent from comment")).isEqualTo("You may store my address.");
    }
}
