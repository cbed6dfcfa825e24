package dev.byline.article.desk;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.byline.article.Writers;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Callers;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/articles/{id}/{action}")
class MoveStatesTest extends ApiTest {

    private static final String PATH = "/v1/newsroom/articles";
    private static final Map<String, Object> FUTURE = Map.of("at", "2999-01-01T00:00:00Z");

    @Inject Writers writers;

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    @Test
    @DisplayName("leads a story from the writer through review to readers, and away again")
    void wholeLife() {
        Saved story = article("Story").draft();
        story = move(story, "submit", Map.of(), "in-review");
        story = move(story, "send-back", Map.of(), "draft");
        story = move(story, "submit", Map.of(), "in-review");
        story = move(story, "schedule", FUTURE, "scheduled");
        read("/v1/articles/story").then().statusCode(404);
        story = move(story, "publish", Map.of(), "published");
        read("/v1/articles/story").then().statusCode(200);
        story = move(story, "archive", Map.of(), "archived");
        read("/v1/articles/story").then().statusCode(404);
        story = move(story, "restore", Map.of(), "published");
        read("/v1/articles/story").then().statusCode(200);
        story = move(story, "takedown", Map.of("reason", "legal"), "taken-down");
        read("/v1/articles/story").then().statusCode(410);
        story = move(story, "restore", Map.of(), "published");
        read("/v1/articles/story").then().statusCode(200);
        move(story, "unpublish", Map.of(), "draft");
        read("/v1/articles/story").then().statusCode(404);
    }

    @Test
    @DisplayName("refuses what the table does not have with 409, and changes nothing")
    void forbidden() {
        Saved draft = article("Draft").draft();
        for (String action : List.of("send-back", "unpublish", "takedown", "restore")) {
            post(newsroom(), draft, action, Map.of("reason", "legal"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("forbidden-transition"));
        }
        newsroom()
                .get(PATH + "/" + draft.id())
                .then()
                .body("state", equalTo("draft"))
                .header("ETag", draft.etag());
        Saved away = move(article("Away").draft(), "archive", Map.of(), "archived");
        for (String action : List.of("submit", "publish", "schedule", "archive")) {
            post(newsroom(), away, action, action.equals("schedule") ? FUTURE : Map.of())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("forbidden-transition"));
        }
    }

    @Test
    @DisplayName("needs If-Match and the current version")
    void versions() {
        Saved draft = article("Draft").draft();
        for (String action :
                List.of("submit", "send-back", "schedule", "archive", "takedown", "restore")) {
            Map<String, Object> body =
                    action.equals("takedown")
                            ? Map.of("reason", "error")
                            : action.equals("schedule") ? FUTURE : Map.of();
            newsroom(body).post(PATH + "/{id}/{action}", draft.id(), action).then().statusCode(428);
            newsroom(body)
                    .header("If-Match", "\"77\"")
                    .post(PATH + "/{id}/{action}", draft.id(), action)
                    .then()
                    .statusCode(412)
                    .body("version", equalTo(1));
        }
    }

    @Test
    @DisplayName("schedule needs a time in the future")
    void scheduleNeedsTime() {
        Saved draft = article("Draft").draft();
        post(newsroom(), draft, "schedule", Map.of()).then().statusCode(422);
        post(newsroom(), draft, "schedule", Map.of("at", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(422);
    }

    @Test
    @DisplayName("takedown needs a reason of the list; the note stays in the newsroom")
    void takedown() {
        Saved story = article("Story").published();
        post(newsroom(), story, "takedown", Map.of()).then().statusCode(400);
        post(newsroom(), story, "takedown", Map.of("reason", "whim")).then().statusCode(400);
        story =
                move(
                        story,
                        "takedown",
                        Map.of("reason", "privacy", "note", "asked by the family"),
                        "taken-down");
        newsroom()
                .get(PATH + "/" + story.id())
                .then()
                .body("takedown.reason", equalTo("privacy"))
                .body("takedown.note", equalTo("asked by the family"))
                .body("$", hasKey("takenDownAt"));
        move(story, "restore", Map.of(), "published");
        newsroom().get(PATH + "/" + story.id()).then().body("$", not(hasKey("takedown")));
    }

    @Test
    @DisplayName("lets a writer submit their own draft, and do nothing else")
    void roles() {
        String writer = Callers.key("writer");
        String other = Callers.key("writer");
        Response created =
                Callers.with(writer)
                        .contentType(ContentType.JSON)
                        .body(article("Own").input())
                        .post(PATH);
        Saved own = saved(created);
        for (String action :
                List.of(
                        "send-back",
                        "publish",
                        "schedule",
                        "unpublish",
                        "archive",
                        "takedown",
                        "restore")) {
            post(Callers.with(writer), own, action, Map.of("reason", "legal"))
                    .then()
                    .statusCode(403);
        }
        post(Callers.with(other), own, "submit", Map.of()).then().statusCode(403);
        post(reader(), own, "submit", Map.of()).then().statusCode(401);
        Saved submitted = saved(post(Callers.with(writer), own, "submit", Map.of()));
        Callers.with(writer)
                .contentType(ContentType.JSON)
                .body(Map.of("headline", "Changed"))
                .header("If-Match", submitted.etag())
                .patch(PATH + "/" + own.id())
                .then()
                .statusCode(403);
        post(Callers.with(Callers.key("editor")), submitted, "publish", Map.of())
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("with byline.newsroom.review-required, nobody publishes what they had a hand in")
    void fourEyes() {
        QuarkusMock.installMockForType(
                new Review(
                        new NewsroomConfig() {
                            @Override
                            public boolean reviewRequired() {
                                return true;
                            }

                            @Override
                            public String settleEvery() {
                                return "off";
                            }
                        },
                        writers),
                Review.class);
        String writer = Callers.key("editor");
        String second = Callers.key("editor");
        Saved draft =
                saved(
                        Callers.with(writer)
                                .contentType(ContentType.JSON)
                                .body(article("Story").input())
                                .post(PATH));
        post(Callers.with(second), draft, "publish", Map.of())
                .then()
                .statusCode(422)
                .body("code", equalTo("review-required"));
        Saved submitted = saved(post(Callers.with(writer), draft, "submit", Map.of()));
        post(Callers.with(writer), submitted, "publish", Map.of()).then().statusCode(422);
        post(Callers.with(writer), submitted, "schedule", FUTURE).then().statusCode(422);
        Saved published = saved(post(Callers.with(second), submitted, "publish", Map.of()));

        Response changed =
                Callers.with(second)
                        .contentType(ContentType.JSON)
                        .body(Map.of("headline", "Sneaked in"))
                        .header("If-Match", published.etag())
                        .patch(PATH + "/" + draft.id());
        changed.then().statusCode(200);
        post(Callers.with(second), saved(changed), "publish", Map.of())
                .then()
                .statusCode(422)
                .body("code", equalTo("review-required"));
        read("/v1/articles/story").then().body("headline", equalTo("Story"));

        // Somebody else's comma does not make it somebody else's words.
        String third = Callers.key("editor");
        Response comma =
                Callers.with(third)
                        .contentType(ContentType.JSON)
                        .body(Map.of("kicker", "A comma"))
                        .header("If-Match", saved(changed).etag())
                        .patch(PATH + "/" + draft.id());
        post(Callers.with(second), saved(comma), "publish", Map.of()).then().statusCode(422);
        post(Callers.with(third), saved(comma), "publish", Map.of()).then().statusCode(422);
        // Who wrote what is published already may publish what others wrote since.
        post(Callers.with(writer), saved(comma), "publish", Map.of()).then().statusCode(200);
    }

    private static Saved move(Saved article, String action, Object body, String to) {
        Response reply = post(newsroom(), article, action, body);
        assertThat(reply.statusCode()).as("%s: %s", action, reply.asString()).isEqualTo(200);
        reply.then().body("state", equalTo(to));
        newsroom()
                .get(PATH + "/" + article.id())
                .then()
                .body("state", equalTo(to))
                .header("ETag", reply.header("ETag"));
        return saved(reply);
    }

    private static Response post(
            RequestSpecification caller, Saved article, String action, Object body) {
        return caller.contentType(ContentType.JSON)
                .body(body)
                .header("If-Match", article.etag())
                .post(PATH + "/{id}/{action}", article.id(), action);
    }

    private static Saved saved(Response reply) {
        assertThat(reply.statusCode()).as(reply.asString()).isBetween(200, 201);
        return new Saved(reply.path("id"), reply.path("slug"), reply.header("ETag"));
    }
}
