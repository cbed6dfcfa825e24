package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.given.ApiTest;
import dev.byline.given.DemoArticles;
import dev.byline.given.Fingerprint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("PUT /v1/newsroom/articles/{id}")
class RoundTripTest extends ApiTest {

    private static final String PATH = "/v1/newsroom/articles";

    @Inject DataSource database;

    @Test
    @DisplayName(
            "of an article's own input changes nothing, for every article of the demonstration")
    void unchanged() throws Exception {
        DemoArticles.labels();
        List<String> files = DemoArticles.files();
        assertThat(files).hasSizeGreaterThan(24);
        for (String file : files) {
            JsonNode demo = DemoArticles.read(file);
            Response made = newsroom(demo.get("article").toString()).post(PATH);
            made.then().statusCode(201);
            if (demo.hasNonNull("published")) {
                newsroom(Map.of())
                        .header("If-Match", "\"1\"")
                        .post(PATH + "/" + made.path("id") + "/publish")
                        .then()
                        .statusCode(200);
            }
        }
        String before = Fingerprint.of(database);

        List<String> ids = newsroom().get(PATH + "?limit=100").path("items.id");
        assertThat(ids).hasSameSizeAs(files);
        for (String id : ids) {
            Response read = newsroom().get(PATH + "/" + id);
            Response put =
                    newsroom(read.<Object>path("input"))
                            .header("If-Match", read.header("ETag"))
                            .put(PATH + "/" + id);
            put.then().statusCode(200).header("ETag", read.header("ETag"));
            assertThat(put.asString()).isEqualTo(read.asString());
        }

        assertThat(Fingerprint.of(database)).isEqualTo(before);
    }
}
