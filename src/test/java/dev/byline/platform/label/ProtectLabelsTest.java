package dev.byline.platform.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("Callers of /v1/newsroom/sections, tags, authors")
class ProtectLabelsTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("Without a key all of it is 401")
    void closed(String kind) {
        String path = "/v1/newsroom/" + kind;
        reader().get(path).then().statusCode(401);
        reader().contentType("application/json").body("{}").post(path).then().statusCode(401);
        reader().get(path + "/01890000-0000-7000-8000-000000000000").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("A writer reads them and may not change them")
    void writer(String kind) {
        String id = newsroom(Map.of("name", "Harbour")).post("/v1/newsroom/" + kind).path("id");
        String key =
                newsroom(Map.of("name", "Writer", "roles", List.of("writer")))
                        .post("/v1/newsroom/keys")
                        .path("key");
        String path = "/v1/newsroom/" + kind + "/" + id;

        as(key).get("/v1/newsroom/" + kind).then().statusCode(200);
        as(key).get(path).then().statusCode(200);
        as(key).body("{}").post("/v1/newsroom/" + kind).then().statusCode(403);
        as(key).body("{}").put(path).then().statusCode(403);
        as(key).body("{}").patch(path).then().statusCode(403);
        as(key).delete(path).then().statusCode(403);
        newsroom().get(path).then().header("ETag", "\"1\"");
    }

    private static RequestSpecification as(String key) {
        return reader().header("Authorization", "Bearer " + key)
                .header("If-Match", "*")
                .contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("POST with the same Idempotency-Key creates once")
    void once(String kind) {
        List<String> ids =
                IntStream.range(0, 2)
                        .mapToObj(
                                n ->
                                        newsroom(Map.of("name", "Harbour"))
                                                .header("Idempotency-Key", "once-" + kind)
                                                .post("/v1/newsroom/" + kind))
                        .map(reply -> (String) reply.path("id"))
                        .toList();

        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        newsroom()
                .get("/v1/newsroom/" + kind + "?total=true")
                .then()
                .body("page.total", equalTo(1));
    }
}
