package dev.byline.article.desk;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.article.ArticleChanged;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The time keeper")
class TimeKeeperTest extends ApiTest {

    private static final String PATH = "/v1/newsroom/articles/";

    /** What was told of articles, in order. */
    @Singleton
    static class Told {

        final Queue<String> all = new ConcurrentLinkedQueue<>();

        void hear(@Observes ArticleChanged changed) {
            all.add(changed.action() + " " + changed.article().id() + " by " + changed.by());
        }
    }

    @Inject TimeKeeper keeper;
    @Inject Told told;

    @BeforeEach
    void section() {
        label("sections", "News");
        told.all.clear();
    }

    private static Saved scheduled(String headline) {
        Saved draft = article(headline).draft();
        newsroom(Map.of("at", "2999-01-01T00:00:00Z"))
                .header("If-Match", draft.etag())
                .post(PATH + draft.id() + "/schedule")
                .then()
                .statusCode(200);
        return draft;
    }

    private void timeComes() throws Exception {
        String past = "date_trunc('milliseconds', now() - interval '1 second')";
        sql(
                "update article set published_at = P, first_published_at = P, updated_at = P, due_at = P"
                                .replace("P", past)
                        + " where state = 'SCHEDULED'");
        sql(
                "update shelf s set published_at = a.published_at, updated_at = a.updated_at from article a"
                        + " where a.id = s.article_id");
    }

    @Test
    @DisplayName("writes SCHEDULED as PUBLISHED, and changes nothing that readers see")
    void published() throws Exception {
        Saved saved = scheduled("Due");
        keeper.settle();
        newsroom().get(PATH + saved.id()).then().body("state", equalTo("scheduled"));
        timeComes();
        String before = read("/v1/articles/due").then().statusCode(200).extract().asString();
        told.all.clear();

        keeper.settle();

        newsroom().get(PATH + saved.id()).then().body("state", equalTo("published"));
        assertThat(read("/v1/articles/due").asString()).isEqualTo(before);
        assertThat(told.all).containsExactly("APPEAR " + saved.id() + " by clock");
    }

    @Test
    @DisplayName(
            "writes down a scheduled time under an embargo, and tells of it when both are over")
    void underEmbargo() throws Exception {
        Saved draft = article("Held").draft();
        newsroom(Map.of("at", "2998-01-01T00:00:00Z", "embargoUntil", "2999-01-01T00:00:00Z"))
                .header("If-Match", draft.etag())
                .post(PATH + draft.id() + "/schedule")
                .then()
                .statusCode(200);
        timeComes();
        told.all.clear();

        keeper.settle();

        newsroom().get(PATH + draft.id()).then().body("state", equalTo("published"));
        assertThat(told.all).isEmpty();
        sql(
                "update article set embargo_until = date_trunc('milliseconds', now()),"
                        + " due_at = date_trunc('milliseconds', now())");
        keeper.settle();
        assertThat(told.all).containsExactly("APPEAR " + draft.id() + " by clock");
    }

    @Test
    @DisplayName("publishes nothing twice when the database's clock is set back by an hour")
    void clockSetBack() throws Exception {
        Saved saved = scheduled("Due");
        timeComes();
        keeper.settle();
        told.all.clear();
        String later = "update %s set published_at = published_at + interval '1 hour'";
        sql(later.formatted("article"));
        sql(later.formatted("shelf"));
        // The least that an hour can do (ADR 3): what appeared within it waits for the clock.
        read("/v1/articles/due").then().statusCode(404);

        keeper.settle();
        sql(later.replace("+", "-").formatted("article"));
        sql(later.replace("+", "-").formatted("shelf"));
        keeper.settle();

        assertThat(told.all).isEmpty();
        newsroom().get(PATH + saved.id()).then().body("state", equalTo("published"));
        read("/v1/articles/due").then().statusCode(200);
    }

    @Test
    @DisplayName("settles each article exactly once however many nodes run it")
    void exactlyOnce() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            expected.add("APPEAR " + scheduled("Due " + i).id() + " by clock");
        }
        timeComes();
        told.all.clear();
        List<Callable<Void>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(
                    () -> {
                        keeper.settle();
                        return null;
                    });
        }
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var result : pool.invokeAll(nodes)) {
                result.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(told.all).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @DisplayName("tells of the end of an embargo and of expiry, without a new version")
    void gates() throws Exception {
        Saved saved =
                article("Gated")
                        .draft()
                        .publish(
                                Map.of(
                                        "embargoUntil", "2998-01-01T00:00:00Z",
                                        "expiresAt", "2999-01-01T00:00:00Z"));
        sql(
                "update article set published_at = date_trunc('milliseconds', now() - interval '3 seconds'),"
                        + " embargo_until = date_trunc('milliseconds', now() - interval '2 seconds'),"
                        + " expires_at = date_trunc('milliseconds', now() - interval '1 second'),"
                        + " due_at = date_trunc('milliseconds', now() - interval '2 seconds')");
        told.all.clear();

        keeper.settle();

        assertThat(told.all)
                .containsExactly(
                        "APPEAR " + saved.id() + " by clock", "EXPIRE " + saved.id() + " by clock");
        newsroom().get(PATH + saved.id()).then().header("ETag", saved.etag());
        keeper.settle();
        assertThat(told.all).hasSize(2);
    }

    @Test
    @DisplayName("is not waited for: an editor's action settles first what is due")
    void editorFirst() throws Exception {
        Saved saved = scheduled("Due");
        timeComes();
        told.all.clear();
        String etag = newsroom().get(PATH + saved.id()).header("ETag");
        newsroom(Map.of())
                .header("If-Match", etag)
                .post(PATH + saved.id() + "/archive")
                .then()
                .statusCode(200)
                .body("state", equalTo("archived"));
        keeper.settle();
        assertThat(told.all).hasSize(2).first().isEqualTo("APPEAR " + saved.id() + " by clock");
    }
}
