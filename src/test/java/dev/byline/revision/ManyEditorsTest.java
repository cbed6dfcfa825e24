package dev.byline.revision;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("PATCH /v1/newsroom/articles/{id} by fifty editors at once")
class ManyEditorsTest extends RevisionTest {

    private static final int EDITORS = 50;
    private static final int EDITS = 1;

    @Test
    @DisplayName("loses no edit when each reads, changes and tries again on 412")
    void noLostUpdate() throws Exception {
        Saved saved = article("Story").with("body", List.of()).draft();
        ExecutorService pool = Executors.newFixedThreadPool(EDITORS);
        List<Callable<Integer>> editors =
                IntStream.range(0, EDITORS)
                        .<Callable<Integer>>mapToObj(e -> () -> edits(saved, e))
                        .toList();

        int refused = 0;
        for (Future<Integer> editor : pool.invokeAll(editors)) {
            refused += editor.get();
        }
        pool.shutdown();

        Response end = newsroom().get(ARTICLES + "/" + saved.id());
        List<String> expected = new ArrayList<>();
        for (int e = 0; e < EDITORS; e++) {
            for (int i = 0; i < EDITS; i++) {
                expected.add("editor " + e + " edit " + i);
            }
        }
        assertThat(end.jsonPath().<String>getList("body.html"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(end.<Integer>path("version")).isEqualTo(1 + EDITORS * EDITS);
        assertThat(refused).as("they did meet").isPositive();
    }

    /** Adds paragraphs one by one; gives how often somebody else was first. */
    private static int edits(Saved saved, int editor) throws InterruptedException {
        Random random = new Random(editor);
        int refused = 0;
        for (int i = 0; i < EDITS; i++) {
            int status = 0;
            while (status != 200) {
                Response read = newsroom().get(ARTICLES + "/" + saved.id());
                if (read.statusCode() == 503) {
                    continue;
                }
                read.then().statusCode(200);
                List<Object> body = new ArrayList<>(read.jsonPath().getList("input.body"));
                body.add(Map.of("type", "paragraph", "html", "editor " + editor + " edit " + i));
                status =
                        newsroom(Map.of("body", body))
                                .header("If-Match", read.header("ETag"))
                                .patch(ARTICLES + "/" + saved.id())
                                .statusCode();
                assertThat(status).isIn(200, 412, 503);
                if (status == 412) {
                    refused++;
                    Thread.sleep(random.nextInt(1_000));
                }
            }
        }
        return refused;
    }
}
