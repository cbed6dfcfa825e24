package dev.byline.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("GET /v1/newsroom/me")
class MeTest extends AccessTest {

    @ParameterizedTest
    @CsvSource({
        "writer, writer, write-drafts",
        "editor, writer editor, write-drafts edit-content publish",
        "moderator, moderator, moderate-comments",
        "admin, admin, manage-keys change-settings read-audit"
    })
    @DisplayName("tells a key of one role what it may")
    void roles(String role, String roles, String may) {
        Issued key = issue("Somebody", role);

        with(key.key())
                .get(ME)
                .then()
                .statusCode(200)
                .body("id", equalTo("key:" + key.id()))
                .body("name", equalTo("Somebody"))
                .body("roles", equalTo(List.of(roles.split(" "))))
                .body("may", equalTo(List.of(may.split(" "))));
    }

    @Test
    @DisplayName("tells the bootstrap key that it may everything")
    void bootstrap() {
        newsroom()
                .get(ME)
                .then()
                .statusCode(200)
                .body("name", equalTo("bootstrap"))
                .body("roles", contains("writer", "editor", "moderator", "admin"));
    }

    @Test
    @DisplayName("asks for a key")
    void anonymous() {
        reader().get(ME)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"byline\"")
                .body("code", equalTo("unauthenticated"));
    }
}
