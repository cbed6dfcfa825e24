package dev.byline.revision.undo;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.Articles.Saved;
import dev.byline.given.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/revisions/undo puts back into the state of before")
class UndoStatesTest extends BreakInTest {

    private static final String FAR = "2999-01-01T00:00:00Z";

    private Response steal(Saved saved, String action, Map<String, Object> body) {
        return does(thief, saved, action, body);
    }

    private static Response does(String key, Saved saved, String action, Map<String, Object> body) {
        var request =
                RestAssured.given()
                        .header("Authorization", "Bearer " + key)
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body(body);
        Response reply =
                action.equals("save")
                        ? request.patch(ARTICLES + saved.id())
                        : request.post(ARTICLES + saved.id() + "/" + action);
        reply.then().statusCode(200);
        return reply;
    }

    private static Response edit(Saved saved, String action, Map<String, Object> body) {
        return does(Keys.ADMIN, saved, action, body);
    }

    private Response undo(String since, boolean dryRun) {
        return newsroom(Map.of("key", thiefId, "since", since, "dryRun", dryRun)).post(PATH);
    }

    /** All that the newsroom sees of an article, without what counts saves. */
    private static Map<String, Object> whole(Saved saved) {
        Map<String, Object> whole =
                new TreeMap<>(newsroom().get(ARTICLES + saved.id()).<Map<String, Object>>path("$"));
        whole.remove("version");
        whole.remove("savedAt");
        return whole;
    }

    private void undone(String since, String state) {
        undo(since, true)
                .then()
                .body("articles[0].outcome", equalTo("restored"))
                .body("articles[0].state", equalTo(state));
        undo(since, false).then().body("restored", equalTo(1)).body("failed", equalTo(0));
        undo(since, false)
                .then()
                .body("restored", equalTo(0))
                .body("articles[0].outcome", equalTo("unchanged"))
                .body("articles[0].state", nullValue());
    }

    private static Map<String, Object> none(String... members) {
        Map<String, Object> none = new HashMap<>();
        Arrays.stream(members).forEach(member -> none.put(member, null));
        return none;
    }

    @Test
    @DisplayName("what was archived, unpublished or taken down, at its old times")
    void hidden() throws Exception {
        for (String action : List.of("archive", "unpublish", "takedown")) {
            Saved saved = article("Hidden by " + action).publishedAt("2026-01-02T03:04:05Z");
            Map<String, Object> before = whole(saved);
            String since = databaseTime();
            steal(saved, action, action.equals("takedown") ? Map.of("reason", "legal") : Map.of());
            assertThat(read("/v1/articles/" + saved.id()).statusCode()).isIn(404, 410);

            undone(since, "published");

            assertThat(whole(saved)).as(action).isEqualTo(before);
            read("/v1/articles/" + saved.id()).then().statusCode(200);
            assertThat(read("/v1/articles?q=hidden").<List<String>>path("items.id"))
                    .contains(saved.id());
        }
    }

    @Test
    @DisplayName("what was brought back from the archive or from a takedown, its reason included")
    void revealed() throws Exception {
        Saved down = article("Down").published();
        edit(down, "takedown", Map.of("reason", "privacy", "note", "Letter of 3 May"));
        String since = databaseTime();
        steal(down, "restore", Map.of());
        steal(down, "save", Map.of("headline", "Hacked"));
        steal(down, "publish", Map.of());
        read("/v1/articles/" + down.id()).then().body("headline", equalTo("Hacked"));

        undone(since, "taken-down");

        read("/v1/articles/" + down.id()).then().statusCode(410).body("reason", equalTo("privacy"));
        assertThat(stored("select takedown_note from article")).isEqualTo("Letter of 3 May");
        edit(down, "restore", Map.of());
        read("/v1/articles/" + down.id()).then().body("headline", equalTo("Down"));

        Saved away = article("Away").published();
        edit(away, "archive", Map.of());
        since = databaseTime();
        steal(away, "restore", Map.of());
        undone(since, "archived");
        read("/v1/articles/" + away.id()).then().statusCode(404);
    }

    @Test
    @DisplayName("embargo and expiry, set or taken away")
    void gates() throws Exception {
        Saved open = article("Open").published();
        Map<String, Object> before = whole(open);
        String since = databaseTime();
        steal(open, "publish", Map.of("embargoUntil", FAR));
        read("/v1/articles/" + open.id()).then().statusCode(404);
        undone(since, "published");
        assertThat(whole(open)).isEqualTo(before);
        read("/v1/articles/" + open.id()).then().statusCode(200);

        since = databaseTime();
        steal(open, "publish", Map.of("expiresAt", FAR, "update", "material"));
        undone(since, "published");
        assertThat(whole(open)).isEqualTo(before);

        Saved held = article("Held").draft().publish(Map.of("embargoUntil", FAR));
        since = databaseTime();
        steal(held, "publish", none("embargoUntil"));
        read("/v1/articles/" + held.id()).then().statusCode(200);
        undone(since, "published");
        read("/v1/articles/" + held.id()).then().statusCode(404);
        newsroom().get(ARTICLES + held.id()).then().body("embargoUntil", equalTo(FAR));
    }

    @Test
    @DisplayName("a schedule, with the words that were scheduled")
    void schedule() throws Exception {
        Saved saved = article("Scheduled").draft();
        edit(saved, "schedule", Map.of("at", FAR));
        Map<String, Object> before = whole(saved);
        String since = databaseTime();
        steal(saved, "save", Map.of("headline", "Hacked"));
        steal(saved, "publish", Map.of());
        read("/v1/articles/" + saved.id()).then().statusCode(200);

        undone(since, "scheduled");

        read("/v1/articles/" + saved.id()).then().statusCode(404);
        Map<String, Object> after = whole(saved);
        assertThat(after.get("input")).isEqualTo(before.get("input"));
        assertThat(after.get("state")).isEqualTo("scheduled");
        sql("update article set published_at = date_trunc('milliseconds', now()), due_at = now()");
        read("/v1/articles/" + saved.id()).then().body("headline", equalTo("Scheduled"));
    }

    @Test
    @DisplayName("a schedule whose time has come meanwhile, as published then")
    void scheduleThatHasCome() throws Exception {
        Saved saved = article("Soon").draft();
        String at = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS).toString();
        edit(saved, "schedule", Map.of("at", at));
        String since = databaseTime();
        steal(saved, "unpublish", Map.of());
        Thread.sleep(2100);
        read("/v1/articles/" + saved.id()).then().statusCode(404);

        undone(since, "published");

        read("/v1/articles/" + saved.id()).then().statusCode(200);
        assertThat(Instant.parse(read("/v1/articles/" + saved.id()).path("publishedAt")))
                .isEqualTo(Instant.parse(at).truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    @DisplayName("a next version and its time, beside what is published and what is written")
    void nextVersion() throws Exception {
        Saved saved = article("First").published().change(Map.of("headline", "Second"));
        edit(saved, "schedule", Map.of("at", FAR));
        edit(saved, "save", Map.of("headline", "Third"));
        Map<String, Object> before = whole(saved);
        String since = databaseTime();
        steal(saved, "save", Map.of("headline", "Hacked"));
        steal(saved, "publish", Map.of());
        steal(saved, "archive", Map.of());

        undone(since, "published");

        assertThat(whole(saved)).isEqualTo(before);
        read("/v1/articles/" + saved.id()).then().body("headline", equalTo("First"));
        newsroom()
                .get(ARTICLES + saved.id() + "/visibility")
                .then()
                .body("nextVersionAt", equalTo(FAR));
        sql("update article set next_at = date_trunc('milliseconds', now()), due_at = now()");
        sql("do 'begin perform shelve(id) from article; end'");
        read("/v1/articles/" + saved.id()).then().body("headline", equalTo("Second"));
        newsroom().get(ARTICLES + saved.id()).then().body("headline", equalTo("Third"));
    }

    @Test
    @DisplayName("but not what others decided after the key")
    void decidedSince() throws Exception {
        Saved saved = article("Story").published();
        String since = databaseTime();
        steal(saved, "save", Map.of("headline", "Hacked"));
        steal(saved, "publish", Map.of());
        edit(saved, "takedown", Map.of("reason", "error"));

        undo(since, false)
                .then()
                .body("restored", equalTo(1))
                .body("articles[0].othersSince", equalTo(true))
                .body("articles[0].state", nullValue());

        read("/v1/articles/" + saved.id()).then().statusCode(410);
        newsroom().get(ARTICLES + saved.id()).then().body("headline", equalTo("Story"));
    }

    @Test
    @DisplayName("and tells the log of changes, and the revisions")
    void told() throws Exception {
        Saved saved = article("Story").published();
        String since = databaseTime();
        steal(saved, "archive", Map.of());
        undo(since, false);

        assertThat(
                        read("/v1/changes?limit=100")
                                .<List<String>>path("items.findAll{it.kind=='article'}.op"))
                .hasSize(3)
                .containsOnly("upsert");
        assertThat(
                        newsroom()
                                .get(ARTICLES + saved.id() + "/revisions")
                                .<List<String>>path("items.marks.flatten().action"))
                .endsWith("archive", "undo");
    }
}
