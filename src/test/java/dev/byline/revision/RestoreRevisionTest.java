package dev.byline.revision;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A revision")
class RestoreRevisionTest extends RevisionTest {

    private static Response restore(Saved article, int n, String ifMatch) {
        return newsroom(Map.of())
                .header("If-Match", ifMatch)
                .post(revisions(article) + "/" + n + "/restore");
    }

    @Nested
    @DisplayName("GET …/{n}")
    class Get {

        @Test
        @DisplayName("gives what was typed, and what readers would be shown")
        void whole() throws Exception {
            Saved saved = article("First").with("kicker", "K").draft();
            later(6);
            saved.change(Map.of("headline", "Second"));

            newsroom()
                    .get(revisions(saved) + "/1")
                    .then()
                    .statusCode(200)
                    .body("n", equalTo(1))
                    .body("headline", equalTo("First"))
                    .body("input.headline", equalTo("First"))
                    .body("input.kicker", equalTo("K"))
                    .body("rendered.body[0].type", equalTo("paragraph"))
                    .body("rendered.text", equalTo("Words about First"))
                    .body("rendered.wordCount", equalTo(3));
            newsroom()
                    .get(revisions(saved) + "/2")
                    .then()
                    .body("input.headline", equalTo("Second"));
        }

        @Test
        @DisplayName("is 404 where there is none")
        void unknown() {
            Saved saved = article("Story").draft();
            for (String n : List.of("2", "0", "-1", "x", "99999999999")) {
                newsroom().get(revisions(saved) + "/" + n).then().statusCode(404);
            }
        }
    }

    @Nested
    @DisplayName("POST …/{n}/restore")
    class Restore {

        @Test
        @DisplayName(
                "makes a new revision of the working copy, byte for byte, and publishes nothing")
        void restores() {
            Saved saved =
                    article("First")
                            .with("standfirst", "Stand – first “quoted” \uD83D\uDE00 \\ / \u2028")
                            .with(
                                    "source",
                                    Map.of(
                                            "name",
                                            "CBS",
                                            "url",
                                            "https://x.example/?a=b&c=<d>".replace("<d>", "d")))
                            .with(
                                    "body",
                                    List.of(
                                            Map.of(
                                                    "type",
                                                    "paragraph",
                                                    "html",
                                                    "a &amp; <b>b</b> <a href=\"https://x.example/\">c</a>"),
                                            Map.of(
                                                    "type",
                                                    "list",
                                                    "ordered",
                                                    true,
                                                    "items",
                                                    List.of("one", "t<em>w</em>o"))))
                            .published();
            String first = newsroom().get(ARTICLES + "/" + saved.id()).asString();
            Saved changed = saved.change(Map.of("headline", "Second", "kicker", "K"));

            Response reply = restore(changed, 1, changed.etag());

            reply.then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"4\""))
                    .body("headline", equalTo("First"))
                    .body("hasUnpublishedChanges", equalTo(true))
                    .body("input", not(hasKey("kicker")));
            assertThat(input(reply.asString())).isEqualTo(input(first));
            newsroom()
                    .get(revisions(saved))
                    .then()
                    .body("items.n", contains(3, 2, 1))
                    .body("items[0].action", equalTo("restore"))
                    .body("items[0].restoredFrom", equalTo(1));
            assertThat(newsroom().get(revisions(saved) + "/3").asString()).contains(input(first));
        }

        @Test
        @DisplayName("is 409 when another article took the slug meanwhile")
        void slugTaken() throws Exception {
            Saved saved = article("First").with("slug", "wanted").draft();
            later(6);
            saved.change(Map.of("slug", "given-up"));
            article("Other").with("slug", "wanted").draft();

            restore(saved, 1, "*").then().statusCode(409).body("code", equalTo("slug-taken"));
        }

        private String input(String json) {
            return json.substring(json.indexOf("\"input\":"), json.length() - 1);
        }

        @Test
        @DisplayName("is a revision that neither the save before nor the one after folds into")
        void alone() {
            Saved saved = article("First").draft();
            Person editor = Person.with("editor");
            editor.changes(saved, Map.of("kicker", "A"));
            editor.calls()
                    .header("If-Match", "*")
                    .queryParam("note", "back")
                    .post(revisions(saved) + "/1/restore")
                    .then()
                    .statusCode(200);
            editor.changes(saved, Map.of("kicker", "B"));

            newsroom()
                    .get(revisions(saved))
                    .then()
                    .body("items.n", contains(4, 3, 2, 1))
                    .body("items[1].note", equalTo("back"))
                    .body("items.saves", contains(1, 1, 1, 1));
        }

        @Test
        @DisplayName("changes nothing when the working copy is the same already")
        void same() {
            Saved saved = article("First").draft();
            restore(saved, 1, saved.etag()).then().statusCode(200).header("ETag", saved.etag());
            newsroom().get(revisions(saved)).then().body("items.n", contains(1));
        }

        @Test
        @DisplayName("needs the current version")
        void ifMatch() {
            Saved saved = article("First").draft();
            saved.change(Map.of("kicker", "K"));
            newsroom(Map.of()).post(revisions(saved) + "/1/restore").then().statusCode(428);
            restore(saved, 1, saved.etag()).then().statusCode(412).body("version", equalTo(2));
            restore(saved, 7, "*").then().statusCode(404);
        }

        @Test
        @DisplayName("is refused when a section, tag or author is no more, with pointers to each")
        void references() throws Exception {
            label("sections", "Old");
            label("tags", "Kept");
            label("tags", "Lost");
            label("authors", "Jane");
            Saved saved =
                    article("First")
                            .with("section", "old")
                            .with("tags", List.of("kept", "lost"))
                            .with("authors", List.of(Map.of("author", "jane")))
                            .draft();
            later(6);
            saved =
                    saved.change(
                            Map.of("section", "news", "tags", List.of(), "authors", List.of()));
            delete("sections", "old");
            delete("tags", "lost");
            delete("authors", "jane");

            restore(saved, 1, saved.etag())
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("not-restorable"))
                    .body(
                            "errors.pointer",
                            containsInAnyOrder("/section", "/tags/1", "/authors/0/author"));
            newsroom().get(ARTICLES + "/" + saved.id()).then().header("ETag", saved.etag());
        }

        private void delete(String kind, String slug) {
            Response all = newsroom().get("/v1/newsroom/" + kind);
            int at = all.jsonPath().<String>getList("items.slug").indexOf(slug);
            newsroom()
                    .header("If-Match", "*")
                    .delete("/v1/newsroom/" + kind + "/" + all.path("items[%d].id".formatted(at)))
                    .then()
                    .statusCode(204);
        }
    }

    @Nested
    @DisplayName("GET …/diff")
    class Compared {

        @Test
        @DisplayName("tells the difference in members and blocks")
        void diff() throws Exception {
            Saved saved = article("Old words").with("kicker", "K").draft();
            later(6);
            saved.change(
                    Map.of(
                            "headline",
                            "New words",
                            "body",
                            List.of(
                                    Map.of(
                                            "type",
                                            "paragraph",
                                            "html",
                                            "Words on <b>Old</b> words"),
                                    Map.of("type", "divider"))));

            newsroom()
                    .get(revisions(saved) + "/diff?from=1&to=2")
                    .then()
                    .statusCode(200)
                    .body("from", equalTo(1))
                    .body("to", equalTo(2))
                    .body("members.member", contains("headline"))
                    .body("members[0].from", equalTo("Old words"))
                    .body("members[0].words.op", contains("delete", "insert", "equal"))
                    .body("blocks.op", contains("change", "insert"))
                    .body("blocks[0].words.text", contains("Words ", "about", "on", " Old words"));
        }

        @Test
        @DisplayName("needs two revisions that there are")
        void refused() {
            Saved saved = article("Story").draft();
            newsroom()
                    .get(revisions(saved) + "/diff")
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", contains("from", "to"));
            for (String query :
                    List.of(
                            "from=x&to=1",
                            "from=0&to=1",
                            "from=1&to=9999999999",
                            "from=1&to=1&x=1")) {
                newsroom().get(revisions(saved) + "/diff?" + query).then().statusCode(400);
            }
            newsroom().get(revisions(saved) + "/diff?from=1&to=2").then().statusCode(404);
        }
    }
}
