package dev.byline.preview;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.byline.given.Articles.Saved;
import dev.byline.given.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Preview links, for ever or not,")
class EndPreviewsTest extends LinkTest {

    private static final String WAITING = "select count(*) from pg_locks where not granted";
    private static final String UNDO = "/v1/newsroom/revisions/undo";

    @Inject DataSource database;

    @Test
    @DisplayName("end when the article is taken down or deleted")
    void takenDown() {
        String url = make(Map.of()).path("url");
        Saved published = draft.publish(Map.of());
        read(url).then().statusCode(200);
        newsroom(Map.of("reason", "rights"))
                .header("If-Match", published.etag())
                .post("/v1/newsroom/articles/" + draft.id() + "/takedown")
                .then()
                .statusCode(200);
        read(url).then().statusCode(404);
        newsroom(Map.of()).post(path).then().statusCode(409);

        Saved other = article("Other").draft();
        String otherUrl =
                newsroom(Map.of())
                        .post("/v1/newsroom/articles/" + other.id() + "/preview-links")
                        .path("url");
        newsroom()
                .header("If-Match", other.etag())
                .delete("/v1/newsroom/articles/" + other.id())
                .then()
                .statusCode(204);
        read(otherUrl).then().statusCode(404);
    }

    @Test
    @DisplayName("end once: who ends one that is being ended finds none")
    void endedMeanwhile() throws Exception {
        String link = make(Map.of()).path("id");
        CompletableFuture<Response> ended;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("delete from preview_link where id = '%s'".formatted(link));
            ended = CompletableFuture.supplyAsync(() -> newsroom().delete(path + "/" + link));
            for (int i = 0; i < 250 && stored(WAITING).equals("0"); i++) {
                Thread.sleep(20);
            }
            connection.commit();
        }

        ended.get(10, TimeUnit.SECONDS).then().statusCode(404);
    }

    @Test
    @DisplayName("end with a takedown that happens while they are made")
    void takenDownMeanwhile() throws Exception {
        Saved published = draft.publish(Map.of());
        Callable<Response> making = () -> newsroom(Map.of()).post(path);
        Callable<Response> takedown =
                () ->
                        newsroom(Map.of("reason", "rights"))
                                .header("If-Match", published.etag())
                                .post("/v1/newsroom/articles/" + draft.id() + "/takedown");
        List<Callable<Response>> all = new ArrayList<>(Collections.nCopies(8, making));
        all.add(4, takedown);
        ExecutorService pool = Executors.newFixedThreadPool(all.size());
        List<Response> replies = new ArrayList<>();
        for (Future<Response> reply : pool.invokeAll(all)) {
            replies.add(reply.get());
        }
        pool.shutdown();

        replies.remove(4).then().statusCode(200);
        for (Response reply : replies) {
            assertThat(reply.statusCode()).isIn(201, 409);
            if (reply.statusCode() == 201) {
                read(reply.path("url")).then().statusCode(404);
            }
        }
        assertThat(stored("select count(*) from preview_link")).isEqualTo("0");
    }

    @Test
    @DisplayName("show nothing of what is taken down, even if one was left")
    void leftOver() throws Exception {
        String url = make(Map.of()).path("url");
        sql(
                """
                update article set state = 'TAKEN_DOWN', taken_down_from = 'PUBLISHED', taken_down_at = now(),
                    takedown_reason = 'LEGAL'""");
        read(url).then().statusCode(404);
    }

    private String madeWith(String key) {
        return Callers.with(key)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("url");
    }

    @Test
    @DisplayName("end with the key that made them, and so do those that it was making")
    void revokedKey() throws Exception {
        String key = Callers.key("editor");
        String id = newsroom().get("/v1/newsroom/keys?limit=1").path("items[0].id");
        String ours = make(Map.of()).path("url");
        String theirs = madeWith(key);
        String late = make(Map.of()).path("url");

        newsroom().delete("/v1/newsroom/keys/" + id).then().statusCode(204);

        read(theirs).then().statusCode(404);
        read(ours).then().statusCode(200);
        newsroom().get(path).then().body("items.createdBy", not(hasItem("key:" + id)));
        sql("update preview_link set created_by = 'key:" + id + "'");
        read(late).then().statusCode(404);
    }

    @Test
    @DisplayName("end with all keys but the caller's, whose number is told with theirs")
    void allKeys() throws Exception {
        String editor = Callers.key("editor");
        String admin = Callers.key("admin");
        String ours = make(Map.of()).path("url");
        String theirs = madeWith(editor);

        Response reply = Callers.with(admin).post("/v1/newsroom/keys/revoke-all");
        sql("update api_key set revoked_at = null where name = 'bootstrap'");

        reply.then().statusCode(200).body("previewLinks", equalTo(2));

        read(theirs).then().statusCode(404);
        read(ours).then().statusCode(404);
    }

    @Test
    @DisplayName("end when what their key did is undone")
    void undone() throws Exception {
        String key = Callers.key("editor");
        String id = newsroom().get("/v1/newsroom/keys?limit=1").path("items[0].id");
        String ours = make(Map.of()).path("url");
        String before = madeWith(key);
        String since = databaseTime();
        String theirs = madeWith(key);
        Map<String, Object> undo = Map.of("key", id, "since", since);

        newsroom(undo).post(UNDO).then().body("previewLinks", equalTo(1));
        read(theirs).then().statusCode(200);
        newsroom(Map.of("key", id, "since", since, "dryRun", false))
                .post(UNDO)
                .then()
                .body("previewLinks", equalTo(1));

        read(theirs).then().statusCode(404);
        read(before).then().statusCode(200);
        read(ours).then().statusCode(200);
    }
}
