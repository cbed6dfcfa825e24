package dev.byline.preview;

import static dev.byline.given.Articles.article;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A draft, and where its preview links are made. */
abstract class LinkTest extends ApiTest {

    Saved draft;
    String path;

    @BeforeEach
    void draft() {
        label("sections", "News");
        draft = article("First").draft();
        path = "/v1/newsroom/articles/" + draft.id() + "/preview-links";
    }

    Response make(Map<String, Object> body) {
        Response reply = newsroom(body).post(path);
        reply.then().statusCode(201);
        return reply;
    }
}
