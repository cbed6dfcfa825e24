package dev.byline.platform.label;

import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The slug of another section, tag or author")
class TakenSlugsTest extends ApiTest {

    private static void refused(Response reply) {
        reply.then().statusCode(409).body("code", equalTo("slug-taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("is 409 for a new one, in a whole record and in a change")
    void taken(String kind) {
        label(kind, "Harbour");
        String path = "/v1/newsroom/" + kind;
        Map<String, Object> wanted = Map.of("name", "Port", "slug", "harbour");
        Response port = newsroom(Map.of("name", "Port")).post(path);
        String own = path + "/" + port.path("id");

        refused(newsroom(wanted).post(path));
        refused(newsroom(wanted).header("If-Match", port.header("ETag")).put(own));
        refused(
                newsroom(Map.of("slug", "harbour"))
                        .header("If-Match", port.header("ETag"))
                        .patch(own));
        newsroom().get(own).then().body("slug", equalTo("port"));
    }
}
