package dev.byline.comment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.comment.CommentTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("/v1/newsroom/comments")
class ModerateTest extends CommentTest {

    @BeforeEach
    void suspect() {
        settings(Map.of("suspectWords", List.of("casino")));
    }

    @Test
    @DisplayName(
            "GET lists what is held, with why, where, and who wrote it, not from which network")
    void queue() {
        say("Fine");
        Posted held = held(input("A casino"));

        newsroom()
                .get(QUEUE + "?total=true")
                .then()
                .statusCode(200)
                .body("items.id", contains(held.id()))
                .body("page.total", equalTo(1))
                .body("items[0].state", equalTo("held"))
                .body("items[0].findings[0].reason", equalTo("suspect-word"))
                .body("items[0].findings[0].detail", equalTo("casino"))
                .body("items[0].article.slug", equalTo(article.slug()))
                .body("items[0].article.headline", equalTo("Harbour gates closed"))
                .body("items[0].commenter.email", equalTo(EMAIL))
                .body("items[0].commenter.comments.visible", equalTo(1))
                .body("items[0].commenter.comments.held", equalTo(1))
                .body("items[0].address", nullValue());
        newsroom()
                .get(QUEUE + "/counts")
                .then()
                .body("states.held", equalTo(1))
                .body("states.visible", equalTo(1))
                .body("states.spam", equalTo(0))
                .body("reasons.'suspect-word'", equalTo(1))
                .body("articles[0].article.id", equalTo(article.id()))
                .body("articles[0].held", equalTo(1));
    }

    @Test
    @DisplayName("GET filters by state, reason, article and commenter")
    void filters() {
        Posted held = held(input("A casino"));
        Posted shown = say("Fine");
        String commenter = newsroom().get(QUEUE + "/" + held.id()).path("commenter.id");

        ids("?state=visible").then().body("items.id", contains(shown.id()));
        ids("?reason=suspect-word").then().body("items.id", contains(held.id()));
        ids("?reason=links").then().body("items", empty());
        ids("?article=" + article.slug()).then().body("items", hasSize(1));
        ids("?article=" + article.id()).then().body("items", hasSize(1));
        ids("?article=unknown").then().statusCode(200).body("items", empty());
        ids("?commenter=" + commenter).then().body("items", hasSize(1));
        ids("?commenter=" + UUID.randomUUID()).then().body("items", empty());
        for (String bad : List.of("?state=lost", "?reason=mood", "?commenter=x", "?sort=best")) {
            ids(bad).then().statusCode(400);
        }
    }

    @Test
    @DisplayName("POST approve shows, reject hides, and undo brings each back")
    void decide() {
        Posted held = held(input("A casino"));

        moderate(held.id(), "approve", Map.of("note", "about the building"))
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("state", equalTo("visible"))
                .body("decisions[0].action", equalTo("approve"))
                .body("decisions[0].note", equalTo("about the building"))
                .body("decisions[0].by", notNullValue())
                .body("decisions[0].from", equalTo("held"));
        read(held.path()).then().statusCode(200);
        assertThat(count()).isEqualTo(1);

        moderate(held.id(), "reject", Map.of("reason", "off-topic"))
                .then()
                .statusCode(200)
                .body("state", equalTo("rejected"))
                .body("decisions[0].reason", equalTo("off-topic"));
        read(held.path()).then().statusCode(404);
        assertThat(count()).isZero();

        moderate(held.id(), "undo", Map.of()).then().body("state", equalTo("visible"));
        moderate(held.id(), "undo", Map.of()).then().body("state", equalTo("held"));
        moderate(held.id(), "undo", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("forbidden-transition"));
        assertThat(count()).isZero();
    }

    @Test
    @DisplayName("POST needs If-Match with the present version, and a reason to reject")
    void preconditions() {
        Posted held = held(input("A casino"));
        String path = QUEUE + "/" + held.id();
        String etag = newsroom().get(path).header("ETag");

        newsroom(Map.of()).post(path + "/approve").then().statusCode(428);
        newsroom(Map.of())
                .header("If-Match", "\"77\"")
                .post(path + "/approve")
                .then()
                .statusCode(412)
                .body("version", notNullValue());
        newsroom(Map.of())
                .header("If-Match", etag)
                .post(path + "/reject")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        newsroom(Map.of("reason", "boring"))
                .header("If-Match", etag)
                .post(path + "/reject")
                .then()
                .statusCode(400);
        newsroom(Map.of())
                .header("If-Match", etag)
                .post(QUEUE + "/" + UUID.randomUUID() + "/approve")
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName(
            "POST of the state that it has already changes nothing, and a removed one is out of reach")
    void noChange() {
        Posted shown = say("Fine");
        String etag = newsroom().get(QUEUE + "/" + shown.id()).header("ETag");

        moderate(shown.id(), "approve", Map.of())
                .then()
                .statusCode(200)
                .header("ETag", etag)
                .body("decisions", empty());

        reader().header("Edit-Token", shown.token()).delete(shown.path()).then().statusCode(204);
        moderate(shown.id(), "approve", Map.of()).then().statusCode(409);
    }

    @Test
    @DisplayName("POST bulk decides by ids, and tells of each")
    void bulkIds() {
        Posted one = held(input("casino one"));
        Posted two = held(input("casino two"));
        Posted shown = say("Fine");
        String unknown = UUID.randomUUID().toString();
        Map<String, Object> input = new HashMap<>();
        input.put("action", "approve");
        input.put("ids", List.of(two.id(), unknown, shown.id(), one.id()));
        input.put("dryRun", true);

        bulk(input)
                .then()
                .statusCode(200)
                .body("matched", equalTo(3))
                .body("changed", equalTo(0))
                .body("items.outcome", contains("changed", "unknown", "unchanged", "changed"));
        assertThat(count()).isEqualTo(1);

        input.remove("dryRun");
        bulk(input).then().body("changed", equalTo(2)).body("dryRun", equalTo(false));
        assertThat(count()).isEqualTo(3);
        newsroom()
                .get("/v1/newsroom/audit?what=decideAboutMany&item=" + one.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].item.kind", equalTo("comments"))
                .body("items[0].fromVersion", equalTo(1))
                .body("items[0].toVersion", equalTo(2));
        newsroom()
                .get("/v1/newsroom/audit?what=decideAboutMany&item=" + shown.id())
                .then()
                .body("items", empty());
        moderate(one.id(), "undo", Map.of()).then().body("state", equalTo("held"));
    }

    @Test
    @DisplayName("POST bulk decides by filter, after a dry run")
    void bulkFilter() {
        for (int i = 0; i < 5; i++) {
            held(input("casino " + i));
        }
        Map<String, Object> input = new HashMap<>();
        input.put("action", "reject");
        input.put("reason", "spam");
        input.put("filter", Map.of("reason", "suspect-word", "article", article.slug()));
        input.put("dryRun", true);

        bulk(input).then().body("matched", equalTo(5)).body("changed", equalTo(0));
        newsroom().get(QUEUE).then().body("items", hasSize(5));
        input.put("dryRun", false);
        bulk(input)
                .then()
                .body("matched", equalTo(5))
                .body("changed", equalTo(5))
                .body("remaining", equalTo(0));
        newsroom().get(QUEUE).then().body("items", empty());
        newsroom().get(QUEUE + "?state=rejected").then().body("items", hasSize(5));
    }

    @Test
    @DisplayName("POST bulk refuses ids with a filter, neither, too many, or no reason to reject")
    void bulkRefused() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            many.add(UUID.randomUUID().toString());
        }
        bulk(Map.of("action", "approve")).then().statusCode(400);
        bulk(Map.of("action", "approve", "ids", many)).then().statusCode(400);
        bulk(Map.of("action", "approve", "ids", many.subList(0, 1), "filter", Map.of()))
                .then()
                .statusCode(400);
        bulk(Map.of("action", "reject", "ids", many.subList(0, 1))).then().statusCode(400);
        bulk(Map.of("action", "delete", "ids", many.subList(0, 1))).then().statusCode(400);
    }

    @Test
    @DisplayName("is for moderators alone")
    void roles() {
        String writer = key("writer", "editor", "admin");
        String moderator = key("moderator");

        reader().get(QUEUE).then().statusCode(401);
        reader().header("Authorization", writer).get(QUEUE).then().statusCode(403);
        reader().header("Authorization", moderator).get(QUEUE).then().statusCode(200);
        reader().header("Authorization", moderator).get(SETTINGS).then().statusCode(200);
        reader().header("Authorization", moderator)
                .contentType("application/json")
                .body(Map.of())
                .put(SETTINGS)
                .then()
                .statusCode(403);
    }

    private static String key(String... roles) {
        return "Bearer "
                + newsroom(Map.of("name", "Test", "roles", List.of(roles)))
                        .post("/v1/newsroom/keys")
                        .<String>path("key");
    }

    private static Response ids(String query) {
        return newsroom().get(QUEUE + query);
    }

    private static Response bulk(Map<String, Object> input) {
        return newsroom(input).post(QUEUE + "/bulk");
    }
}
