package dev.byline.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST with Idempotency-Key")
class IdempotencyKeyTest extends ApiTest {

    private static final String PATH = "/v1/newsroom/articles";

    @Test
    @DisplayName("replies the same again and works once")
    void replay() {
        Response first = post("replay-1", "Once");
        Response second = post("replay-1", "Once");

        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        newsroom().get(PATH + "?total=true").then().body("page.total", equalTo(1));
    }

    @Test
    @DisplayName("is 422 with another body")
    void otherBody() {
        post("other-1", "One");
        post("other-1", "Two")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    @DisplayName("makes one article out of many requests at once")
    void atOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> posts =
                IntStream.range(0, 6)
                        .<Callable<Integer>>mapToObj(
                                i -> () -> post("at-once-1", "Same").statusCode())
                        .toList();
        for (var status : pool.invokeAll(posts)) {
            assertThat(status.get()).isIn(201, 409);
        }
        pool.shutdown();
        newsroom().get(PATH + "?total=true").then().body("page.total", equalTo(1));
    }

    private static Response post(String key, String headline) {
        return newsroom(Map.of("headline", headline)).header("Idempotency-Key", key).post(PATH);
    }
}
