package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.byline.given.Articles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("GET /v1/articles/{article}/comments")
class ListCommentsTest extends CommentTest {

    @Test
    @DisplayName("lists threads, newest first, each with its first three replies")
    void threads() {
        Posted first = say("first");
        Posted second = say("second");
        Posted answer = reply(first, "answer");
        reply(answer, "answer to the answer");
        reply(first, "other answer");
        reply(first, "a fourth");

        read(comments())
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=10")
                .header("ETag", notNullValue())
                .body("items.text", contains("second", "first"))
                .body("items[1].replyCount", equalTo(4))
                .body("items[0].replies", empty())
                .body(
                        "items[1].replies.text",
                        contains("answer", "answer to the answer", "other answer"))
                .body("items[1].replies.depth", contains(1, 2, 1))
                .body("items[1].replies[1].parentId", equalTo(answer.id()))
                .body("items[1].replies[0]", not(hasKey("replies")))
                .body("items[1].replies[0].replyCount", equalTo(1));
        read(comments() + "?sort=oldest")
                .then()
                .body("items.id", contains(first.id(), second.id()));
        read(first.path() + "/replies")
                .then()
                .body(
                        "items.text",
                        contains("answer", "answer to the answer", "other answer", "a fourth"));
        read(answer.path() + "/replies")
                .then()
                .body("items.text", contains("answer to the answer"));
    }

    @Test
    @DisplayName("with view=flat lists every comment by itself")
    void flat() {
        Posted first = say("first");
        reply(first, "answer");
        say("second");

        read(comments() + "?view=flat&total=true")
                .then()
                .body("items.text", contains("second", "answer", "first"))
                .body("page.total", equalTo(3));
        read(comments() + "?view=flat&sort=oldest")
                .then()
                .body("items.text", contains("first", "answer", "second"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?view=thread&sort=newest",
                "?view=thread&sort=oldest",
                "?view=flat&sort=newest",
                "?view=flat&sort=oldest"
            })
    @DisplayName("pages forth and back without a gap or a repeat")
    void pages(String query) {
        for (int i = 0; i < 7; i++) {
            say("number " + i);
        }
        List<String> all = read(comments() + query).path("items.text");

        List<String> forth = new ArrayList<>();
        String next = null;
        Response page;
        do {
            page = read(comments() + query + "&limit=3" + (next == null ? "" : "&cursor=" + next));
            forth.addAll(page.path("items.text"));
            next = page.path("page.next");
        } while (next != null);
        Response back = read(comments() + query + "&limit=3&cursor=" + page.path("page.prev"));

        assertThat(forth).isEqualTo(all).hasSize(7);
        assertThat(back.<List<String>>path("items.text")).isEqualTo(all.subList(3, 6));
    }

    @Test
    @DisplayName("pages a conversation in its order, forth and back")
    void conversation() {
        Posted head = say("head");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Posted answer = reply(head, "a" + i);
            expected.add("a" + i);
            reply(answer, "b" + i);
            expected.add("b" + i);
        }

        Response one = read(head.path() + "/replies?limit=3&total=true");
        Response two = read(head.path() + "/replies?limit=3&cursor=" + one.path("page.next"));
        Response back = read(head.path() + "/replies?limit=3&cursor=" + two.path("page.prev"));

        assertThat(one.<List<String>>path("items.text")).isEqualTo(expected.subList(0, 3));
        assertThat(two.<List<String>>path("items.text")).isEqualTo(expected.subList(3, 6));
        assertThat(back.asString()).contains("\"a0\"", "\"b0\"", "\"a1\"").doesNotContain("\"b1\"");
        assertThat(one.<Integer>path("page.total")).isEqualTo(8);
    }

    @Test
    @DisplayName("goes no deeper than six levels: deeper replies stand beside")
    void depth() {
        Posted last = say("level 0");
        List<Posted> chain = new ArrayList<>(List.of(last));
        for (int i = 1; i <= 9; i++) {
            last = reply(last, "level " + i);
            chain.add(last);
        }

        Response replies = read(chain.get(0).path() + "/replies");

        assertThat(replies.<List<Integer>>path("items.depth"))
                .containsExactly(1, 2, 3, 4, 5, 6, 6, 6, 6);
        assertThat(replies.<List<String>>path("items.parentId").subList(5, 9))
                .containsOnly(chain.get(5).id());
        read(chain.get(0).path()).then().body("replyCount", equalTo(9));
        read(chain.get(5).path()).then().body("replyCount", equalTo(4));
    }

    @Test
    @DisplayName("keeps the place of a removed comment while visible ones stand below")
    void tombstone() {
        Posted head = say("head");
        Posted middle = reply(head, "middle");
        Posted leaf = reply(middle, "leaf");

        remove(middle);

        read(comments()).then().body("items[0].replyCount", equalTo(1));
        read(middle.path())
                .then()
                .body("removed", equalTo(true))
                .body("text", equalTo(""))
                .body("html", equalTo(""))
                .body("author.name", equalTo(""))
                .body("author", not(hasKey("avatar")));
        read(head.path() + "/replies").then().body("items.text", contains("", "leaf"));
        assertThat(count()).isEqualTo(2);

        remove(leaf);

        read(middle.path()).then().statusCode(404);
        read(leaf.path()).then().statusCode(404);
        read(head.path() + "/replies").then().body("items", empty());
        remove(head);
        read(comments()).then().body("items", empty());
        assertThat(count()).isZero();
    }

    @Test
    @DisplayName("answers every unknown or malformed parameter with 400, and 404 for an unknown id")
    void refusals() {
        for (String query :
                List.of("?sort=best", "?view=tree", "?limit=101", "?cursor=x", "?page=2")) {
            read(comments() + query).then().statusCode(400);
        }
        read("/v1/comments/" + UUID.randomUUID()).then().statusCode(404);
        read("/v1/comments/nonsense").then().statusCode(404);
        read("/v1/comments/counts").then().statusCode(400);
        read("/v1/comments/counts?articles=a,,b").then().statusCode(400);
    }

    @Test
    @DisplayName("reads a page in three statements, however many comments there are")
    void statements() {
        Posted head = say("head");
        for (int i = 0; i < 5; i++) {
            reply(head, "reply " + i);
            say("other " + i);
        }
        read(comments());

        assertThat(statements(() -> read(comments()).then().statusCode(200)))
                .isLessThanOrEqualTo(3);
        assertThat(statements(() -> read("/v1/articles/" + article.slug()))).isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("counts the comments of many articles at once, by id or slug")
    void counts() {
        Posted head = say("one");
        reply(head, "two");
        Articles.Saved other = Articles.article("Other").published();
        Articles.Saved draft = Articles.article("Draft").draft();

        String asked = String.join(",", other.slug(), article.id(), draft.slug(), "unknown");
        Response reply = read("/v1/comments/counts?articles=" + asked);

        reply.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.articleId", contains(other.id(), article.id()))
                .body("items.slug", contains(other.slug(), article.slug()))
                .body("items.count", contains(0, 2));
        assertThat(read("/v1/articles").<List<Map<String, Object>>>path("items.comments"))
                .allSatisfy(
                        comments ->
                                assertThat(comments)
                                        .containsKeys("policy", "open", "closesAt")
                                        .doesNotContainKey("count"));
    }

    @Test
    @DisplayName("comes inside the article with include=comments, and its cursor goes on")
    void included() {
        for (int i = 0; i < 21; i++) {
            say("number " + i);
        }
        String path = "/v1/articles/" + article.slug();

        Response reply = read(path + "?include=comments");

        reply.then()
                .statusCode(200)
                .body("headline", equalTo("Harbour gates closed"))
                .body("included.comments.items", hasSize(20))
                .body("included.comments.items[0].text", equalTo("number 20"));
        read(comments() + "?cursor=" + reply.path("included.comments.page.next"))
                .then()
                .body("items.text", contains("number 0"));
        read(path).then().body("$", not(hasKey("included")));
        read(path + "?include=nonsense").then().statusCode(400);
        read(path + "?include=comments,").then().statusCode(400);
    }

    private void remove(Posted comment) {
        reader().header("Edit-Token", comment.token())
                .delete(comment.path())
                .then()
                .statusCode(204);
    }
}
