package dev.byline.article;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/articles, when the database is too slow")
class SlowListTest extends ApiTest {

    @Inject DataSource database;

    @Test
    @DisplayName("is 503 with Retry-After after two seconds, and works again afterwards")
    void timeout() throws Exception {
        label("sections", "News");
        article("A").published();
        HttpResponse<String> reply;
        Instant start = Instant.now();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table article in access exclusive mode");
            reply = get("/v1/articles?type=opinion&q=anything");
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(Duration.between(start, Instant.now()))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
        assertThat(reply.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(JsonPath.from(reply.body()).getString("code")).isEqualTo("unavailable");
        read("/v1/articles?total=true").then().statusCode(200);
    }

    /** Without the standing assertions, for which 503 is a failure. */
    private static HttpResponse<String> get(String path) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
