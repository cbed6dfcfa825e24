package dev.byline.revision;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/newsroom/articles/{id}/revisions")
class ListRevisionsTest extends RevisionTest {

    @Inject DataSource database;

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Response list(Saved article) {
        Response reply = newsroom().get(revisions(article));
        reply.then().statusCode(200);
        return reply;
    }

    @Nested
    @DisplayName("keeps")
    class Keeps {

        @Test
        @DisplayName("who saved, when, what version, and no content in the list")
        void row() {
            Saved saved = article("Story").draft();

            list(saved)
                    .then()
                    .body("items.size()", equalTo(1))
                    .body("items[0].n", equalTo(1))
                    .body("items[0].action", equalTo("create"))
                    .body("items[0].by", startsWith("key:"))
                    .body("items[0].version", equalTo(1))
                    .body("items[0].slug", equalTo("story"))
                    .body("items[0].headline", equalTo("Story"))
                    .body("items[0].saves", equalTo(1))
                    .body("items[0].marks", empty())
                    .body("items[0]", not(hasKey("input")))
                    .body("items[0]", not(hasKey("note")));
        }

        @Test
        @DisplayName("one revision of one person's saves within five minutes")
        void folds() throws Exception {
            Saved saved = article("Story").draft();
            saved = saved.change(Map.of("kicker", "A"));
            saved = saved.change(Map.of("kicker", "B"));
            list(saved)
                    .then()
                    .body("items.n", contains(1))
                    .body("items[0].saves", equalTo(3))
                    .body("items[0].version", equalTo(3));

            later(3);
            saved = saved.change(Map.of("kicker", "C"));
            list(saved).then().body("items.n", contains(1));
            later(3);
            saved = saved.change(Map.of("kicker", "D"));
            list(saved)
                    .then()
                    .body("items.n", contains(2, 1))
                    .body("items.action", contains("save", "create"))
                    .body("items.saves", contains(1, 4));
        }

        @Test
        @DisplayName("another person's save, and the first one's next, as revisions of their own")
        void people() {
            Saved saved = article("Story").draft();
            Person editor = Person.with("editor");
            editor.changes(saved, Map.of("kicker", "A"));
            editor.changes(saved, Map.of("kicker", "B"));
            newsroom(Map.of("kicker", "C"))
                    .header("If-Match", "*")
                    .patch(ARTICLES + "/" + saved.id());

            Response reply = list(saved);
            reply.then().body("items.n", contains(3, 2, 1)).body("items.saves", contains(1, 2, 1));
            assertThat(reply.<String>path("items[1].by")).isEqualTo(editor.id());
        }

        @Test
        @DisplayName("what was published, as a mark that no save folds across")
        void marks() {
            Saved saved = article("Story").published();
            saved = saved.change(Map.of("kicker", "A"));
            saved = saved.change(Map.of("kicker", "B"));
            saved.unpublish();

            list(saved)
                    .then()
                    .body("items.n", contains(2, 1))
                    .body("items[0].marks", empty())
                    .body("items[1].marks.action", contains("publish", "unpublish"))
                    .body("items[1].marks[0].by", startsWith("key:"));
        }

        @Test
        @DisplayName("a note, given with the save; later saves leave that revision alone")
        void note() {
            Saved saved = article("Story").draft();
            newsroom(Map.of("kicker", "A"))
                    .header("If-Match", "*")
                    .queryParam("note", "nach dem Anruf des Anwalts – geprüft")
                    .patch(ARTICLES + "/" + saved.id())
                    .then()
                    .statusCode(200);
            newsroom(Map.of("kicker", "B"))
                    .header("If-Match", "*")
                    .patch(ARTICLES + "/" + saved.id());

            list(saved)
                    .then()
                    .body("items.n", contains(2, 1))
                    .body("items[1].note", equalTo("nach dem Anruf des Anwalts – geprüft"))
                    .body("items[1].saves", equalTo(2))
                    .body("items[0]", not(hasKey("note")));
            newsroom(Map.of("headline", "N"))
                    .header("If-Match", "*")
                    .queryParam("note", "written anew")
                    .put(ARTICLES + "/" + saved.id())
                    .then()
                    .statusCode(200);
            list(saved).then().body("items[0].note", equalTo("written anew"));
            newsroom(Map.of("headline", "N"))
                    .queryParam("note", "first")
                    .post(ARTICLES)
                    .then()
                    .statusCode(201);
            newsroom(Map.of("headline", "N"))
                    .queryParam("note", "x".repeat(301))
                    .post(ARTICLES)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("note"));
        }

        @Test
        @DisplayName("which request it was, for the log")
        void request() throws Exception {
            Saved saved = article("Story").draft();
            String trace =
                    Person.with("editor").changes(saved, Map.of("kicker", "K")).header("Trace-Id");
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery("select trace from revision where number = 2")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(trace);
            }
        }

        @Test
        @DisplayName("nothing of a save that changed nothing")
        void noop() {
            Saved saved = article("Story").with("kicker", "K").draft();
            saved.change(Map.of("kicker", "K"));
            list(saved).then().body("items[0].saves", equalTo(1));
        }

        @Test
        @DisplayName("what it keeps from being rewritten in the database")
        void appendOnly() throws Exception {
            Saved saved = article("Story").published();
            for (String column :
                    List.of(
                            "input = 'x', at = now() + interval '1 hour'",
                            "made_by = 'x'",
                            "number = 9",
                            "began_at = now()")) {
                assertThatThrownBy(() -> execute("update revision set " + column))
                        .hasStackTraceContaining("revision is not rewritten");
            }
            assertThatThrownBy(() -> execute("update revision_mark set made_by = 'x'"))
                    .hasStackTraceContaining("revision_mark is not rewritten");
            assertThat(list(saved).<String>path("items[0].by")).startsWith("key:");
        }
    }

    @Nested
    @DisplayName("is read")
    class Read {

        @Test
        @DisplayName("page by page, the latest first, both ways")
        void pages() throws Exception {
            Saved saved = article("Story").draft();
            for (int i = 0; i < 5; i++) {
                later(6);
                saved = saved.change(Map.of("kicker", "K" + i));
            }
            Response first = newsroom().get(revisions(saved) + "?limit=2&total=true");
            first.then()
                    .body("items.n", contains(6, 5))
                    .body("page.total", equalTo(6))
                    .body("page", not(hasKey("prev")));
            Response second =
                    newsroom().get(revisions(saved) + "?limit=2&cursor=" + first.path("page.next"));
            second.then().body("items.n", contains(4, 3));
            newsroom()
                    .get(revisions(saved) + "?limit=3&cursor=" + second.path("page.next"))
                    .then()
                    .body("items.n", contains(2, 1))
                    .body("page", not(hasKey("next")));
            newsroom()
                    .get(revisions(saved) + "?limit=2&cursor=" + second.path("page.prev"))
                    .then()
                    .body("items.n", contains(6, 5));
            String other = revisions(article("Other").draft());
            newsroom().get(other + "?cursor=" + first.path("page.next")).then().statusCode(400);
        }

        @Test
        @DisplayName("by a writer for their own articles only")
        void own() {
            Person writer = Person.with("writer");
            Response mine = writer.sends(Map.of("headline", "Mine")).post(ARTICLES);
            Saved others = article("Others").draft();

            for (String path : List.of("", "/1", "/diff?from=1&to=1")) {
                writer.calls()
                        .get(ARTICLES + "/" + mine.path("id") + "/revisions" + path)
                        .then()
                        .statusCode(200);
                writer.calls().get(revisions(others) + path).then().statusCode(403);
                Person.with("moderator")
                        .calls()
                        .get(revisions(others) + path)
                        .then()
                        .statusCode(403);
                reader().get(revisions(others) + path).then().statusCode(401);
            }
            writer.sends(Map.of())
                    .header("If-Match", "*")
                    .post(revisions(others) + "/1/restore")
                    .then()
                    .statusCode(403);
        }

        @Test
        @DisplayName("in three statements beside the key, however long it is")
        void threeStatements() throws Exception {
            Saved saved = article("Story").draft();
            for (int i = 0; i < 3; i++) {
                later(6);
                saved = saved.change(Map.of("kicker", "K" + i));
            }
            String path = revisions(saved);
            newsroom().get(path);
            long key = statements(() -> newsroom().get("/v1/newsroom/me"));
            assertThat(statements(() -> newsroom().get(path)) - key).isEqualTo(3);
        }

        @Test
        @DisplayName("not of an article that there is not")
        void unknown() {
            newsroom()
                    .get(ARTICLES + "/00000000-0000-7000-8000-000000000000/revisions")
                    .then()
                    .statusCode(404);
        }
    }
}
