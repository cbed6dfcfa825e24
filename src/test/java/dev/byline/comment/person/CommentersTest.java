package dev.byline.comment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.byline.comment.CommentTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("/v1/newsroom/commenters")
class CommentersTest extends CommentTest {

    private static final String COMMENTERS = "/v1/newsroom/commenters";

    @Inject Retention sweeper;

    @Test
    @DisplayName("keep the address out of every public reply, and unreadable in the database")
    void secret() throws Exception {
        Posted one = say("Hello");
        Posted two = visible(from("ADA.Canary@Example.org", "Hello again"));

        for (String path :
                List.of(
                        comments(),
                        comments() + "?view=flat",
                        one.path(),
                        one.path() + "/replies",
                        comments() + "/form",
                        "/v1/articles/" + article.id() + "?include=comments",
                        "/v1/comments/counts?articles=" + article.id())) {
            assertThat(read(path).asString().toLowerCase())
                    .as(path)
                    .doesNotContain("canary", "\"email\"", "127.0.0");
        }
        assertThat(stored("select string_agg(cast(c as text), ' ') from commenter c").toLowerCase())
                .doesNotContain("canary");
        assertThat(stored("select string_agg(cast(c as text), ' ') from comment c").toLowerCase())
                .doesNotContain("canary");
        assertThat(stored("select count(*) from commenter")).isEqualTo("1");
        assertThat(commenter(one).<String>path("email")).isEqualTo(EMAIL);
        assertThat(commenter(two).<String>path("id")).isEqualTo(commenter(one).path("id"));
    }

    @Test
    @DisplayName("give no hint whose a name is: the picture's seed is made from the name alone")
    void avatar() {
        say("Hello");
        String known = read(comments()).path("items[0].author.avatar");

        visible(from("guess@example.org", "A guess with the same name"));
        Map<String, Object> other = input("Same address, another name");
        other.put("author", Map.of("name", "Eve", "email", EMAIL));
        visible(other);

        assertThat(read(comments()).<String>path("items[1].author.avatar")).isEqualTo(known);
        assertThat(read(comments()).<String>path("items[0].author.avatar")).isNotEqualTo(known);
    }

    @Test
    @DisplayName("POST find finds one by address, whatever its case")
    void find() {
        Posted one = say("Hello");

        newsroom(Map.of("email", " Ada.Canary@EXAMPLE.org "))
                .post(COMMENTERS + "/find")
                .then()
                .statusCode(200)
                .body("id", equalTo(commenter(one).path("id")))
                .body("comments.visible", equalTo(1));
        newsroom(Map.of("email", "nobody@example.org"))
                .post(COMMENTERS + "/find")
                .then()
                .statusCode(404);
        newsroom().get(COMMENTERS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    @DisplayName("POST ban rejects what a commenter writes until the date, or holds it")
    void ban() throws Exception {
        Posted one = say("Hello");
        String id = commenter(one).path("id");

        act(id, "ban", Map.of("bannedUntil", "2099-01-01T00:00:00Z", "note", "threats"))
                .then()
                .statusCode(200)
                .body("bannedUntil", equalTo("2099-01-01T00:00:00Z"))
                .body("note", equalTo("threats"));
        Posted banned = held(input("I am back"));
        assertThat(state(banned)).isEqualTo("rejected");

        act(id, "ban", Map.of("premoderatedUntil", "2099-01-01T00:00:00Z"))
                .then()
                .body("$", not(hasKey("bannedUntil")));
        assertThat(state(held(input("Watched")))).isEqualTo("held");

        act(id, "ban", Map.of("bannedUntil", "2020-01-01T00:00:00Z")).then().statusCode(200);
        say("Free again");
        newsroom(Map.of()).post(COMMENTERS + "/" + id + "/ban").then().statusCode(428);
    }

    @Test
    @DisplayName("GET export gives everything that is kept")
    void export() {
        Posted one = say("Hello");
        Map<String, Object> trap = input("Hidden");
        trap.put("url2", "x");
        held(trap);

        newsroom()
                .get(COMMENTERS + "/" + commenter(one).path("id") + "/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", notNullValue())
                .body("commenter.email", equalTo(EMAIL))
                .body("comments", hasSize(2))
                .body("comments[0].text", equalTo("Hello"))
                .body("comments[0].name", equalTo("Ada"))
                .body("comments[0].address", equalTo("127.0.0.0/24"))
                .body("comments[1].state", equalTo("spam"));
    }

    @Test
    @DisplayName("POST erase with anonymise keeps the words without a name, and gives a receipt")
    void anonymise() throws Exception {
        Posted one = say("Hello");
        String id = commenter(one).path("id");

        act(id, "erase", Map.of("mode", "anonymise"))
                .then()
                .statusCode(200)
                .body("receipt", notNullValue())
                .body("commenterId", equalTo(id))
                .body("mode", equalTo("anonymise"))
                .body("comments", equalTo(1))
                .body("at", notNullValue());

        read(one.path())
                .then()
                .body("text", equalTo("Hello"))
                .body("author.name", equalTo(""))
                .body("author", not(hasKey("avatar")));
        reader().header("Edit-Token", one.token()).delete(one.path()).then().statusCode(403);
        newsroom()
                .get(COMMENTERS + "/" + id)
                .then()
                .body("$", not(hasKey("email")))
                .body("erasedAt", notNullValue());
        assertThat(stored("select string_agg(cast(c as text), ' ') from comment c"))
                .doesNotContain("Ada", "127.0.0");
        assertThat(stored("select count(*) from comment_erasure where commenter_id = '" + id + "'"))
                .isEqualTo("1");
        act(id, "erase", Map.of("mode", "remove")).then().statusCode(409);
        say("A new start");
        assertThat(stored("select count(*) from commenter")).isEqualTo("2");
    }

    @Test
    @DisplayName("POST erase with remove takes the words too, and leaves places with replies")
    void remove() throws Exception {
        Posted one = say("My words");
        Map<String, Object> answer = from("other@example.org", "An answer");
        answer.put("parentId", one.id());
        visible(answer);
        say("More words");

        act(commenter(one).path("id"), "erase", Map.of("mode", "remove"))
                .then()
                .statusCode(200)
                .body("comments", equalTo(2));

        read(one.path()).then().body("removed", equalTo(true)).body("replyCount", equalTo(1));
        assertThat(count()).isEqualTo(1);
        assertThat(stored("select string_agg(cast(c as text), ' ') from comment c"))
                .doesNotContain("My words", "More words");
    }

    @Test
    @DisplayName("forget the network after thirty days")
    void retention() throws Exception {
        say("old");
        say("new");
        sql(
                "update comment set created_at = statement_timestamp() - interval '31 days' where text = 'old'");

        sweeper.sweep();

        assertThat(stored("select address is null from comment where text = 'old'"))
                .isEqualTo("true");
        assertThat(stored("select address from comment where text = 'new'"))
                .isEqualTo("127.0.0.0/24");
    }

    private static String state(Posted comment) {
        return newsroom().get(QUEUE + "/" + comment.id()).path("state");
    }

    private static Response commenter(Posted comment) {
        String id = newsroom().get(QUEUE + "/" + comment.id()).path("commenter.id");
        return newsroom().get(COMMENTERS + "/" + id);
    }

    private static Response act(String id, String action, Map<String, Object> body) {
        String etag = newsroom().get(COMMENTERS + "/" + id).header("ETag");
        return newsroom(body)
                .header("If-Match", etag)
                .post(COMMENTERS + "/{id}/{action}", id, action);
    }
}
