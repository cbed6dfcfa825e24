package dev.byline.platform.json;

import static dev.byline.given.Articles.article;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A time in a body")
class TimesInBodiesTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "1893456000",
                "1e20",
                "\"1893456000\"",
                "\"2030-01-01\"",
                "\"2026-06-30T23:59:60Z\"",
                "\"-4800-01-01T00:00:00Z\"",
                "\"+294277-01-01T00:00:00Z\""
            })
    @DisplayName("is RFC 3339 and nothing else: an embargo that is none publishes nothing")
    void refused(String time) {
        label("sections", "News");
        Saved saved = article("Held").draft();

        newsroom("{\"embargoUntil\": " + time + "}")
                .header("If-Match", saved.etag())
                .post("/v1/newsroom/articles/" + saved.id() + "/publish")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/embargoUntil"));

        read("/v1/articles/" + saved.id()).then().statusCode(404);
    }
}
