package dev.byline.revision.undo;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/revisions/undo")
class UndoTest extends ApiTest {

    private static final String PATH = "/v1/newsroom/revisions/undo";
    private static final String ARTICLES = "/v1/newsroom/articles";

    @Inject DataSource database;

    private String thief;
    private String thiefId;

    @BeforeEach
    void breakIn() {
        label("sections", "News");
        Response issued = key("editor");
        thief = issued.path("key");
        thiefId = issued.path("id");
    }

    private static Response key(String... roles) {
        return newsroom(Map.of("name", "Key", "roles", List.of(roles))).post("/v1/newsroom/keys");
    }

    private static RequestSpecification with(String key, Object json) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body(json);
    }

    private void tampers(Saved saved, boolean publishes) {
        with(thief, Map.of("headline", "Hacked", "body", List.of()))
                .header("If-Match", "*")
                .patch(ARTICLES + "/" + saved.id())
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
                    .patch(ARTICLES + "/" + saved.id())
                    .then()
                    .statusCode(200);
            publish(thief, saved.id());
        }
    }

    private static void publish(String key, String id) {
        with(key, Map.of())
                .header("If-Match", "*")
                .post(ARTICLES + "/" + id + "/publish")
                .then()
                .statusCode(200);
    }

    // A thousand articles may take longer than tests wait for anything else.
    private static final RestAssuredConfig PATIENT =
            RestAssuredConfig.newConfig()
                    .httpClient(
                            HttpClientConfig.httpClientConfig()
                                    .setParam("http.socket.timeout", 90_000));

    private static Response undo(Object key, String since, Boolean dryRun) {
        Map<String, Object> body = new HashMap<>(Map.of("key", key, "since", since));
        if (dryRun != null) {
            body.put("dryRun", dryRun);
        }
        return newsroom(body).config(PATIENT).post(PATH);
    }

    private String now() throws Exception {
        return value(
                "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
    }

    private static int version(String id) {
        return newsroom().get(ARTICLES + "/" + id).path("version");
    }

    private static String input(String id) {
        String json = newsroom().get(ARTICLES + "/" + id).asString();
        return json.substring(json.indexOf("\"input\":"));
    }

    @Test
    @DisplayName("tells what it would do, and does nothing, unless dryRun is false")
    void dry() throws Exception {
        Saved saved = article("Story").draft();
        String since = now();
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
        newsroom().get(ARTICLES + "/" + saved.id()).then().body("headline", equalTo("Hacked"));
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
        String since = now();
        tampers(draft, false);
        tampers(live, true);
        tampers(both, true);
        tampers(unpublished, true);
        String made = with(thief, article("Hoax").input()).post(ARTICLES).path("id");
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
        newsroom()
                .get(ARTICLES + "/" + both.id())
                .then()
                .body("hasUnpublishedChanges", equalTo(true));
        read("/v1/articles/" + unpublished.id()).then().statusCode(404);
        read("/v1/articles/" + made).then().statusCode(404);
        assertThat(report.<String>path("articles.find{it.id=='%s'}.outcome".formatted(made)))
                .isEqualTo("created");
        newsroom()
                .get(ARTICLES + "/" + live.id() + "/revisions")
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
        String ledger = ARTICLES + "/" + saved.id() + "/corrections";
        newsroom(Map.of("kind", "update", "text", "Ours")).post(ledger).then().statusCode(201);
        with(thief, Map.of("kind", "update", "text", "Before")).post(ledger);
        String since = now();
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
        String since = now();
        with(thief, Map.of("tags", List.of()))
                .header("If-Match", "*")
                .patch(ARTICLES + "/" + lost.id());
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
        newsroom().get(ARTICLES + "/" + fine.id()).then().body("headline", equalTo("Fine"));
    }

    @Test
    @DisplayName("needs both roles, admin and editor, and a time that has been")
    void refused() throws Exception {
        Map<String, Object> body = Map.of("key", thiefId, "since", now());
        for (String role : List.of("writer", "editor", "moderator", "admin")) {
            with(key(role).path("key"), body).post(PATH).then().statusCode(403);
        }
        with(key("admin", "editor").path("key"), body).post(PATH).then().statusCode(200);
        reader().contentType(ContentType.JSON).body(body).post(PATH).then().statusCode(401);
        undo(thiefId, "2999-01-01T00:00:00Z", null).then().statusCode(400);
        newsroom(Map.of("key", thiefId)).post(PATH).then().statusCode(400);
        undo("nobody", now(), null).then().statusCode(200).body("articles", hasSize(0));
    }

    @Test
    @DisplayName("brings a thousand articles back within a minute, byte for byte")
    void thousand() throws Exception {
        Saved first = article("Story").with("kicker", "Kicker – “one”").published();
        multiply(first);
        String since = now();
        Thread.sleep(5);
        tamperWithAll();

        Instant begin = Instant.now();
        Response report = undo(thiefId, since, false);
        Duration took = Duration.between(begin, Instant.now());

        report.then().statusCode(200).body("restored", equalTo(1_000)).body("failed", equalTo(0));
        assertThat(took).isLessThan(Duration.ofSeconds(60));
        assertThat(
                        value(
                                """
                                select count(*) from article a join edition w on w.id = a.working_id
                                    join edition l on l.id = a.live_id
                                    join revision r on r.article_id = a.id and r.number = 1
                                where w.input = r.input and l.input = r.input and w.headline like 'Story %'"""))
                .isEqualTo("1000");
    }

    /** A thousand articles like this one, which goes. */
    private void multiply(Saved first) throws Exception {
        execute(
                """
                create temporary table copies on commit drop as
                select gen_random_uuid() as article, gen_random_uuid() as edition, n from generate_series(1, 1000) n;
                insert into edition (id, article_id, slug, type, headline, kicker, section_id, language, labels,
                    related_policy, body, plain_text, word_count, reading_minutes, input)
                select c.edition, c.article, 'story-' || n, e.type, 'Story ' || n, e.kicker, e.section_id, e.language,
                    e.labels, e.related_policy, e.body, e.plain_text, e.word_count, e.reading_minutes,
                    replace(e.input, '"Story"', '"Story ' || n || '"')
                from copies c, edition e;
                insert into article
                select (jsonb_populate_record(a, jsonb_build_object('id', c.article, 'slug', 'story-' || n,
                    'live_id', c.edition, 'working_id', c.edition))).*
                from copies c, article a where a.id = '%1$s';
                insert into slug (space, slug, owner, once_public) select 'article', 'story-' || n, article, true from copies;
                insert into revision (article_id, number, action, began_at, at, made_by, saves, version, edition_id, slug,
                    headline, input)
                select c.article, 1, r.action, r.began_at, r.at, r.made_by, 1, 1, c.edition, e.slug, e.headline, e.input
                from copies c join edition e on e.id = c.edition, revision r where r.article_id = '%1$s';
                insert into revision_mark (id, article_id, number, action, at, made_by, standing)
                select gen_random_uuid(), c.article, 1, m.action, m.at, m.made_by, article_standing(c.article)
                from copies c, revision_mark m where m.article_id = '%1$s';
                select shelve(article) from copies;
                select note_article(article, false, false) from copies;
                delete from article where id = '%1$s'"""
                        .formatted(first.id()));
    }

    /** What the thief leaves: other words, published. */
    private void tamperWithAll() throws Exception {
        execute(
                """
                update edition set headline = 'Hacked', input = '{"headline":"Hacked"}', plain_text = 'x', body = '[]';
                insert into revision (article_id, number, action, began_at, at, made_by, saves, version, edition_id, slug,
                    headline, input)
                select article_id, 2, 'SAVE', statement_timestamp(), statement_timestamp(), 'key:%1$s', 1, 3, edition_id,
                    slug, 'Hacked', '{"headline":"Hacked"}'
                from revision;
                insert into revision_mark (id, article_id, number, action, at, made_by)
                select gen_random_uuid(), article_id, 2, 'PUBLISH', statement_timestamp(), 'key:%1$s'
                from revision where number = 2"""
                        .formatted(thiefId));
    }

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }

    private String value(String query) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
