package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/articles/{article}/comments again, with its Idempotency-Key")
class RepeatReplyTest extends CommentTest {

    @Test
    @DisplayName("makes one comment of two requests with the same Idempotency-Key")
    void idempotent() {
        Response first =
                reader().header("Idempotency-Key", "k-1")
                        .contentType(ContentType.JSON)
                        .body(input("Once"))
                        .post(comments());
        Response second =
                reader().header("Idempotency-Key", "k-1")
                        .contentType(ContentType.JSON)
                        .body(input("Once"))
                        .post(comments());

        first.then().statusCode(201);
        second.then().statusCode(201).body("id", equalTo(first.path("id")));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    @DisplayName("makes one comment of many requests with the same Idempotency-Key at once")
    void idempotentAtOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<Callable<Response>> clicks =
                Collections.nCopies(
                        16,
                        () ->
                                reader().header("Idempotency-Key", "k-2")
                                        .contentType(ContentType.JSON)
                                        .body(input("Clicked twice"))
                                        .post(comments()));
        Set<String> accepted = new HashSet<>();
        for (Future<Response> click : senders.invokeAll(clicks)) {
            Response reply = click.get();
            if (reply.statusCode() == 409) {
                reply.then().body("code", equalTo("duplicate-in-flight"));
            } else {
                accepted.add(reply.then().statusCode(201).extract().asString());
            }
        }
        senders.shutdown();

        assertThat(accepted).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }
}
