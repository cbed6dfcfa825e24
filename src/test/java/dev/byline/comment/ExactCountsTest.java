package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Counts of comments")
class ExactCountsTest extends CommentTest {

    // What the counts must be, counted anew: wrong ones of comments, and of articles.
    private static final String WRONG =
            """
            select count(*) from comment c where below <> (
                select count(*) from comment b
                where b.thread_id = c.thread_id and b.id <> c.id and b.state = 'VISIBLE'
                  and (c.depth = 0 or starts_with(b.path, c.path)))""";
    private static final String WRONG_ARTICLES =
            """
            select count(*) from comment_count n where visible <> (
                select count(*) from comment c where c.article_id = n.article_id and c.state = 'VISIBLE')""";

    @RepeatedTest(3)
    @DisplayName("are those of a recount after any sequence of replies, removals and decisions")
    void random(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Posted> all = new ArrayList<>(List.of(say("head")));
        for (int i = 0; i < 60; i++) {
            Posted one = all.get(random.nextInt(all.size()));
            switch (random.nextInt(8)) {
                case 0 -> all.add(say("head " + i));
                case 1 -> reader().header("Edit-Token", one.token()).delete(one.path());
                case 2 -> moderate(one.id(), "reject", Map.of("reason", "off-topic"));
                case 3 -> moderate(one.id(), "approve", Map.of());
                case 4 -> moderate(one.id(), "spam", Map.of());
                case 5 -> moderate(one.id(), "undo", Map.of());
                default -> {
                    Map<String, Object> input = input("reply " + i);
                    input.put("parentId", one.id());
                    Response reply = post(input);
                    if (reply.statusCode() == 201) {
                        all.add(Posted.of(reply));
                    }
                }
            }
        }

        assertThat(stored(WRONG)).isEqualTo("0");
        assertThat(stored(WRONG_ARTICLES)).isEqualTo("0");
        assertThat(stored("select visible from comment_count")).isEqualTo(String.valueOf(count()));
        assertThat(read(comments() + "?view=flat&total=true&limit=1").<Integer>path("page.total"))
                .isEqualTo(count());
    }

    @Test
    @DisplayName("stay exact when two hundred reply at once")
    void parallel() throws Exception {
        Posted head = say("head");
        Map<String, Object> input = input("me too");
        input.put("parentId", head.id());
        String address = comments();
        ExecutorService readers = Executors.newFixedThreadPool(20);
        List<Future<Integer>> replies = new ArrayList<>();
        try {
            Callable<Integer> reply =
                    () ->
                            reader().contentType("application/json")
                                    .body(input)
                                    .post(address)
                                    .statusCode();
            for (int i = 0; i < 200; i++) {
                replies.add(readers.submit(reply));
            }
            for (Future<Integer> one : replies) {
                assertThat(one.get()).isEqualTo(201);
            }
        } finally {
            readers.shutdown();
        }

        assertThat(count()).isEqualTo(201);
        assertThat(read(head.path()).<Integer>path("replyCount")).isEqualTo(200);
        assertThat(stored(WRONG)).isEqualTo("0");
    }

    @Test
    @DisplayName("leave the article's version alone")
    void version() {
        String before = newsroom().get("/v1/newsroom/articles/" + article.id()).header("ETag");

        say("A reply");

        assertThat(newsroom().get("/v1/newsroom/articles/" + article.id()).header("ETag"))
                .isEqualTo(before);
    }
}
