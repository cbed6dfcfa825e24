package dev.byline.revision.undo;

import static dev.byline.given.Articles.article;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/revisions/undo, while others work on,")
class UndoMeanwhileTest extends BreakInTest {

    @Inject DataSource database;

    @Test
    @DisplayName("leaves alone what they decide before an article's turn comes")
    void decided() throws Exception {
        Saved first = article("First").published();
        Saved second = article("Second").published();
        String since = databaseTime();
        archive(thief, first);
        archive(thief, second);
        Future<Response> undone;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select 1 from article where id = '%s' for update".formatted(first.id()));
            undone =
                    CompletableFuture.supplyAsync(
                            () ->
                                    newsroom(
                                                    Map.of(
                                                            "key", thiefId, "since", since,
                                                            "dryRun", false))
                                            .post(PATH));
            awaitWaiting(statement);

            newsroom(Map.of("reason", "legal"))
                    .header("If-Match", "*")
                    .post(ARTICLES + second.id() + "/takedown")
                    .then()
                    .statusCode(200);
            connection.commit();
        }

        undone.get(20, SECONDS).then().statusCode(200).body("restored", equalTo(1));
        read("/v1/articles/" + first.id()).then().statusCode(200);
        read("/v1/articles/" + second.id()).then().statusCode(410);
    }

    private static void archive(String key, Saved saved) {
        io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .header("If-Match", "*")
                .post(ARTICLES + saved.id() + "/archive")
                .then()
                .statusCode(200);
    }

    private static void awaitWaiting(java.sql.Statement statement) throws Exception {
        for (int i = 0; i < 250; i++) {
            try (var rows =
                    statement.executeQuery("select count(*) from pg_locks where not granted")) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("Nobody waits");
    }
}
