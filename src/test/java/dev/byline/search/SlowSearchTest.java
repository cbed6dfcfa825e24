package dev.byline.search;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A search that the database can't finish in time")
class SlowSearchTest extends ApiTest {

    @Inject DataSource database;

    @Test
    @DisplayName(
            "is 503 with Retry-After once the statement timeout is over, and later works again")
    void statementTimeout() throws Exception {
        label("sections", "News");
        article("Gates closed").published();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Whatever keeps a search busy: here nobody may read the texts.
            statement.execute("lock table edition in access exclusive mode");

            Instant begin = Instant.now();
            var reply = reader().noFilters().get("/v1/search?q=gates");
            Duration took = Duration.between(begin, Instant.now());

            reply.then()
                    .statusCode(503)
                    .header("Retry-After", matchesPattern("[1-9]\\d*"))
                    .header("Cache-Control", equalTo("no-store"))
                    .body("code", equalTo("unavailable"));
            assertThat(took).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
            connection.rollback();
        }
        read("/v1/search?q=gates").then().statusCode(200);
    }
}
