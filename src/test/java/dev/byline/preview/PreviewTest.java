package dev.byline.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.byline.given.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Preview links")
class PreviewTest extends LinkTest {

    @Test
    @DisplayName("show the version for which they were made, privately, whatever is saved later")
    void oneVersion() {
        Response link = make(Map.of());
        draft.change(Map.of("headline", "Second"));

        assertThat(link.<String>path("url")).isEqualTo("/v1/previews/" + link.path("token"));
        assertThat(link.header("Location")).isEqualTo(link.<String>path("url"));
        read(link.path("url"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("X-Robots-Tag", "noindex")
                .contentType(ContentType.JSON)
                .body("headline", equalTo("First"))
                .body("body[0].html", equalTo("Words about First"))
                .body("$", not(hasKey("input")))
                .body("$", not(hasKey("state")))
                .body("$", not(hasKey("createdBy")));
        assertThat(read(link.path("url")).header("ETag")).isNull();
        reader().head(link.<String>path("url"))
                .then()
                .statusCode(200)
                .header("X-Robots-Tag", "noindex");
        read("/v1/articles/first").then().statusCode(404);
    }

    @Test
    @DisplayName("are listed without their tokens, and revoked")
    void listAndRevoke() {
        Response link = make(Map.of());
        newsroom()
                .get(path)
                .then()
                .body("items.id", contains(link.<String>path("id")))
                .body("items[0].version", equalTo(1))
                .body("items[0]", not(hasKey("token")));

        newsroom().delete(path + "/" + link.path("id")).then().statusCode(204);

        read(link.path("url")).then().statusCode(404);
        newsroom().get(path).then().body("items", empty());
        newsroom().delete(path + "/" + link.path("id")).then().statusCode(404);
    }

    @Test
    @DisplayName("look alike when unknown, forged, expired or revoked")
    void alike() throws Exception {
        Response revoked = make(Map.of());
        newsroom().delete(path + "/" + revoked.path("id")).then().statusCode(204);
        Response expired = make(Map.of());
        sql(
                "update preview_link set expires_at = now() - interval '1 second' where id = '"
                        + expired.path("id")
                        + "'");
        String good = make(Map.of()).path("token");
        List<String> tokens =
                new ArrayList<>(
                        List.of(revoked.path("token"), expired.path("token"), "x", "a".repeat(54)));
        for (int i = 0; i < good.length(); i++) {
            char other = good.charAt(i) == 'A' ? 'B' : 'A';
            tokens.add(good.substring(0, i) + other + good.substring(i + 1));
        }
        var replies = new TreeSet<String>();
        for (String token : tokens) {
            Response reply = read("/v1/previews/" + token);
            reply.then().statusCode(404);
            replies.add(
                    reply.asString().replace(token, "")
                            + reply.header("Cache-Control")
                            + reply.header("X-Robots-Tag"));
        }
        assertThat(replies).hasSize(1);
        read("/v1/previews/" + good).then().statusCode(200);
    }

    @Test
    @DisplayName("last as long as wanted, at most 30 days")
    void expiry() {
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        make(Map.of("expiresAt", tomorrow.toString()))
                .then()
                .body("expiresAt", equalTo(tomorrow.toString()));
        for (Instant bad :
                List.of(
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.now().plus(31, ChronoUnit.DAYS))) {
            newsroom(Map.of("expiresAt", bad.toString()))
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/expiresAt"));
        }
    }

    @Test
    @DisplayName("are made by editors, and by writers for their own articles")
    void who() {
        String writer = Callers.key("writer");
        Callers.with(writer)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(path)
                .then()
                .statusCode(403);
        Callers.with(writer).get(path).then().statusCode(403);
        reader().get(path).then().statusCode(401);
        Callers.with(Callers.key("editor")).get(path).then().statusCode(200);
    }
}
