package dev.byline.revision.undo;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/revisions/undo")
class UndoTest extends BreakInTest {

    private static RequestSpecification with(String key, Object json) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body(json);
    }

    private void tampers(Saved saved, boolean publishes) {
        with(thief, Map.of("headline", "Hacked", "body", List.of()))
                .header("If-Match", "*")
                .patch(ARTICLES + saved.id())
                .then()
                .statusCode(200);
        if (publishes) {
            with(
                            thief,
                            Map.of(
                                    "headline",
                                    "Hacked",
                                    "body",
                                    List.of(Map.of("type", "paragraph", "html", "x"))))
                    .header("If-Match", "*")
                    .patch(ARTICLES + saved.id())
                    .then()
                    .statusCode(200);
            publish(thief, saved.id());
        }
    }

    private static void publish(String key, String id) {
        with(key, Map.of())
                .header("If-Match", "*")
                .post(ARTICLES + id + "/publish")
                .then()
                .statusCode(200);
    }

    private static Response undo(Object key, String since, Boolean dryRun) {
        Map<String, Object> body = new HashMap<>(Map.of("key", key, "since", since));
        if (dryRun != null) {
            body.put("dryRun", dryRun);
        }
        return newsroom(body).post(PATH);
    }

    private static int version(String id) {
        return newsroom().get(ARTICLES + id).path("version");
    }

    private static String input(String id) {
        String json = newsroom().get(ARTICLES + id).asString();
        return json.substring(json.indexOf("\"input\":"));
    }

    @Test
    @DisplayName("tells what it would do, and does nothing, unless dryRun is false")
    void dry() throws Exception {
        Saved saved = article("Story").draft();
        String since = databaseTime();
        tampers(saved, false);

        undo(thiefId, since, null)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("key", equalTo("key:" + thiefId))
                .body("restored", equalTo(1))
                .body("articles", hasSize(1))
                .body("articles[0].id", equalTo(saved.id()))
                .body("articles[0].outcome", equalTo("restored"))
                .body("articles[0].restoredTo", equalTo(1));
        newsroom().get(ARTICLES + saved.id()).then().body("headline", equalTo("Hacked"));
    }

    @Test
    @DisplayName("brings back working copies and what readers see, and leaves the rest alone")
    void restores() throws Exception {
        Saved draft = article("Draft").draft();
        Saved live = article("Live").published();
        Saved both = article("Both").published().change(Map.of("kicker", "Working copy"));
        Saved unpublished = article("Not yet").draft();
        Saved untouched = article("Untouched").published();
        Map<String, String> before = new HashMap<>();
        for (Saved each : List.of(draft, live, both, unpublished, untouched)) {
            before.put(each.id(), input(each.id()));
        }
        String since = databaseTime();
        tampers(draft, false);
        tampers(live, true);
        tampers(both, true);
        tampers(unpublished, true);
        String made = with(thief, article("Hoax").input()).post("/v1/newsroom/articles").path("id");
        publish(thief, made);
        read("/v1/articles/" + made).then().statusCode(200);

        Response report = undo("key:" + thiefId, since, false);

        report.then()
                .statusCode(200)
                .body("restored", equalTo(4))
                .body("failed", equalTo(0))
                .body("articles", hasSize(5));
        before.forEach((id, input) -> assertThat(input(id)).isEqualTo(input));
        read("/v1/articles/" + live.id()).then().body("headline", equalTo("Live"));
        read("/v1/articles/" + both.id()).then().body("headline", equalTo("Both"));
        assertThat(read("/v1/articles/" + both.id()).<String>path("kicker")).isNull();
        newsroom().get(ARTICLES + both.id()).then().body("hasUnpublishedChanges", equalTo(true));
        read("/v1/articles/" + unpublished.id()).then().statusCode(404);
        read("/v1/articles/" + made).then().statusCode(404);
        assertThat(report.<String>path("articles.find{it.id=='%s'}.outcome".formatted(made)))
                .isEqualTo("created");
        newsroom()
                .get(ARTICLES + live.id() + "/revisions")
                .then()
                .body("items[0].action", equalTo("restore"))
                .body(
                        "items[0].note",
                        equalTo("Undone: key:" + thiefId + " since " + Instant.parse(since)))
                .body("items[0].marks.action", equalTo(List.of("undo")));
        Response row = newsroom().get("/v1/newsroom/audit?what=undoKey&item=" + live.id());
        row.then()
                .body("items", hasSize(1))
                .body("items[0].item.kind", equalTo("articles"))
                .body("items[0].toVersion", equalTo(version(live.id())));
        assertThat(row.<Integer>path("items[0].fromVersion")).isLessThan(version(live.id()));

        undo(thiefId, since, false)
                .then()
                .body("restored", equalTo(0))
                .body("articles.findAll{it.outcome=='unchanged'}", hasSize(4))
                .body("articles.findAll{it.othersSince}", hasSize(5));
    }

    @Test
    @DisplayName("withdraws the corrections that the key wrote, and no others")
    void corrections() throws Exception {
        Saved saved = article("Story").published();
        String ledger = ARTICLES + saved.id() + "/corrections";
        newsroom(Map.of("kind", "update", "text", "Ours")).post(ledger).then().statusCode(201);
        with(thief, Map.of("kind", "update", "text", "Before")).post(ledger);
        String since = databaseTime();
        with(thief, Map.of("kind", "retraction", "text", "All lies")).post(ledger);

        undo(thiefId, since, null).then().body("corrections", equalTo(1));
        read("/v1/articles/story/corrections")
                .then()
                .body("items.findAll{it.withdrawnAt != null}", hasSize(0));
        undo(thiefId, since, false)
                .then()
                .body("corrections", equalTo(1))
                .body("restored", equalTo(0))
                .body("articles[0].actions", equalTo(List.of("correct")));

        read("/v1/articles/story/corrections")
                .then()
                .body("items", hasSize(3))
                .body("items.findAll{it.withdrawnAt != null}.text", equalTo(List.of("All lies")));
        undo(thiefId, since, false).then().body("corrections", equalTo(0));
    }

    @Test
    @DisplayName("restores what it can and names what it can't")
    void failure() throws Exception {
        label("tags", "Lost");
        Saved lost = article("Lost").with("tags", List.of("lost")).draft();
        Saved fine = article("Fine").draft();
        String since = databaseTime();
        with(thief, Map.of("tags", List.of())).header("If-Match", "*").patch(ARTICLES + lost.id());
        tampers(fine, false);
        String tag = newsroom().get("/v1/newsroom/tags").path("items[0].id");
        newsroom()
                .header("If-Match", "*")
                .delete("/v1/newsroom/tags/" + tag)
                .then()
                .statusCode(204);

        Response report = undo(thiefId, since, false);

        report.then().body("restored", equalTo(1)).body("failed", equalTo(1));
        assertThat(report.<String>path("articles.find{it.id=='%s'}.problem".formatted(lost.id())))
                .isEqualTo("not-restorable");
        newsroom().get(ARTICLES + fine.id()).then().body("headline", equalTo("Fine"));
    }

    @Test
    @DisplayName("needs both roles, admin and editor, and a time that has been")
    void refused() throws Exception {
        Map<String, Object> body = Map.of("key", thiefId, "since", databaseTime());
        for (String role : List.of("writer", "editor", "moderator", "admin")) {
            with(key(role).path("key"), body).post(PATH).then().statusCode(403);
        }
        with(key("admin", "editor").path("key"), body).post(PATH).then().statusCode(200);
        reader().contentType(ContentType.JSON).body(body).post(PATH).then().statusCode(401);
        undo(thiefId, "2999-01-01T00:00:00Z", null).then().statusCode(400);
        newsroom(Map.of("key", thiefId)).post(PATH).then().statusCode(400);
        undo("nobody", databaseTime(), null).then().statusCode(200).body("articles", hasSize(0));
    }
}
