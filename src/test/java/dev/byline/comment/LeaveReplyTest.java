package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.byline.given.Articles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    @CsvSource({"closed,", "open,2020-01-01T00:00:00Z"})
    @DisplayName("is refused where comments are closed, as the article said beforehand")
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
    @DisplayName("closes thirty days after publication")
    void closesByItself() {
        Articles.Saved other = Articles.article("Old").publishedAt("2020-03-01T12:00:00Z");

        read("/v1/articles/" + other.id())
                .then()
                .body("comments.open", equalTo(false))
                .body("comments.closesAt", equalTo("2020-03-31T12:00:00Z"));
    }

    @Test
    @DisplayName("answers 404 for a draft as for an article that never was")
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
    @DisplayName("hides comments with their article, and shows them again with it")
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

    @Test
    @DisplayName("makes one comment of two requests with the same Idempotency-Key")
    void idempotent() {
        Response first =
                reader().header("Idempotency-Key", "k-1")
                        .contentType(ContentType.JSON)
                        .body(input("Once"))
                        .post(comments());
        Response second =
                reader().header("Idempotency-Key", "k-1")
                        .contentType(ContentType.JSON)
                        .body(input("Once"))
                        .post(comments());

        first.then().statusCode(201);
        second.then().statusCode(201).body("id", equalTo(first.path("id")));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    @DisplayName("makes one comment of many requests with the same Idempotency-Key at once")
    void idempotentAtOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<Callable<Response>> clicks =
                Collections.nCopies(
                        16,
                        () ->
                                reader().header("Idempotency-Key", "k-2")
                                        .contentType(ContentType.JSON)
                                        .body(input("Clicked twice"))
                                        .post(comments()));
        Set<String> accepted = new HashSet<>();
        for (Future<Response> click : senders.invokeAll(clicks)) {
            Response reply = click.get();
            if (reply.statusCode() == 409) {
                reply.then().body("code", equalTo("duplicate-in-flight"));
            } else {
                accepted.add(reply.then().statusCode(201).extract().asString());
            }
        }
        senders.shutdown();

        assertThat(accepted).hasSize(1);
        assertThat(count()).isEqualTo(1);
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
