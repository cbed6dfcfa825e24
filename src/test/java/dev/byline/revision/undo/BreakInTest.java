package dev.byline.revision.undo;

import dev.byline.given.ApiTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A newsroom in which somebody has an editor's key that is not theirs. */
abstract class BreakInTest extends ApiTest {

    static final String PATH = "/v1/newsroom/revisions/undo";
    static final String ARTICLES = "/v1/newsroom/articles/";

    String thief;
    String thiefId;

    @BeforeEach
    void breakIn() {
        label("sections", "News");
        Response issued = key("editor");
        thief = issued.path("key");
        thiefId = issued.path("id");
    }

    static Response key(String... roles) {
        return newsroom(Map.of("name", "Key", "roles", List.of(roles))).post("/v1/newsroom/keys");
    }
}
