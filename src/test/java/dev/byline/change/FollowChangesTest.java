package dev.byline.change;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.article.NewsroomArticles;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles;
import dev.byline.given.Photo;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("An app that follows /v1/changes while editors work")
class FollowChangesTest extends ApiTest {

    private static final String NEWSROOM = "/v1/newsroom/";
    private static final int EDITORS = 4;
    private static final int EDITS = 40;
    // Below the quota of one address.
    private static final int COMMENTS = 50;

    @Inject NewsroomArticles desk;

    private final List<String> articles = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> labels = new HashMap<>();
    private final List<String> pictures = new ArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger();

    @BeforeEach
    void newsroomWithLabels() {
        articles.clear();
        comments.clear();
        pictures.clear();
        left.set(COMMENTS);
        for (int i = 0; i < 4; i++) {
            pictures.add(Photo.picture("Picture " + i).uploaded());
        }
        for (String kind : List.of("sections", "tags", "authors")) {
            labels.put(kind, new CopyOnWriteArrayList<>());
            for (int i = 0; i < 4; i++) {
                create(kind, i, i);
            }
        }
    }

    private void create(String kind, int number, int parent) {
        Map<String, Object> input = new HashMap<>(Map.of("name", kind + " " + number));
        if (kind.equals("sections") && parent % 2 == 1) {
            input.put("parent", labels.get(kind).get(0));
        }
        Response made = newsroom(input).post(NEWSROOM + kind);
        made.then().statusCode(201);
        labels.get(kind).add(made.path("id"));
    }

    @Test
    @DisplayName("holds exactly what a crawl finds")
    void sameAsCrawl() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(EDITORS);
        List<Future<?>> editors = new ArrayList<>();
        for (int e = 0; e < EDITORS; e++) {
            Random random = new Random(e);
            editors.add(
                    pool.submit(
                            () -> {
                                for (int i = 0; i < EDITS; i++) {
                                    edit(random);
                                }
                            }));
        }
        Mirror mirror = new Mirror();
        while (!editors.stream().allMatch(Future::isDone)) {
            Set<String> listed = Mirror.listed();
            assertKnown(mirror, listed);
        }
        for (Future<?> editor : editors) {
            editor.get();
        }
        pool.shutdown();
        String soon = "select count(*) from article where due_at < now() + interval '1 minute'";
        while (!stored(soon).equals("0")) {
            Thread.sleep(50);
            settle();
        }
        mirror.follow();

        Map<String, ObjectNode> crawled = new HashMap<>();
        Mirror.listed().forEach(address -> crawled.put(address, Mirror.item(address)));
        assertThat(mirror.shown()).isEqualTo(crawled);
        assertThat(articles).hasSizeGreaterThan(20);
        for (String kind : List.of("/v1/media/", "/v1/comments/")) {
            assertThat(crawled.keySet()).anyMatch(address -> address.startsWith(kind));
        }
        assertThat(crawled.keySet()).as("some are hidden").hasSizeLessThan(mirror.named().size());

        Mirror late = new Mirror();
        late.follow();
        assertThat(late.shown()).as("from the start").isEqualTo(crawled);
    }

    /** As the job does. */
    private void settle() {
        desk.due().forEach(desk::settle);
    }

    /** What a list shows has a row, as soon as transactions that were open have ended. */
    private void assertKnown(Mirror mirror, Set<String> listed) {
        Instant end = Instant.now().plus(Duration.ofSeconds(5));
        Set<String> unknown = new HashSet<>(listed);
        do {
            settle();
            mirror.follow();
            unknown.removeAll(mirror.named());
        } while (!unknown.isEmpty() && Instant.now().isBefore(end));
        assertThat(unknown).isEmpty();
    }

    private void edit(Random random) {
        int what = random.nextInt(42);
        String article = articles.isEmpty() ? null : any(random, articles);
        if (what < 6 || article == null) {
            articles.add(input(random).published().id());
        } else if (what < 10) {
            change(article, input(random).input());
            act(article, "publish", random.nextBoolean() ? Map.of() : Map.of("update", "material"));
        } else if (what < 12) {
            act(article, "unpublish", Map.of());
        } else if (what < 13) {
            act(article, "publish", Map.of("embargoUntil", "2099-01-01T00:00:00Z"));
        } else if (what < 15) {
            Map<String, Object> open = new HashMap<>();
            open.put("embargoUntil", null);
            open.put("expiresAt", null);
            act(article, "publish", open);
        } else if (what < 16) {
            change(article, Map.of("kicker", "Working copy " + random.nextInt()));
        } else if (what < 19) {
            rename(random);
        } else if (what < 20) {
            portray(random);
        } else if (what < 22) {
            credit(random);
        } else if (what < 28) {
            comment(random, article);
        } else if (what < 31) {
            moderate(random);
        } else if (what < 33) {
            act(article, "archive", Map.of());
        } else if (what < 35) {
            act(article, "takedown", Map.of("reason", "legal"));
        } else if (what < 37) {
            act(article, "restore", Map.of());
        } else if (what < 40) {
            soon(random, article);
        } else if (what < 41) {
            merge(random);
        } else {
            create("sections", random.nextInt(1_000_000), random.nextInt(2));
        }
    }

    /** What time will do while the others go on: an end, a next version, a first one. */
    private void soon(Random random, String article) {
        String at = Instant.now().plusMillis(200 + random.nextInt(800)).toString();
        // An end that comes before it would be refused.
        Map<String, Object> next = new HashMap<>(Map.of("at", at));
        next.put("expiresAt", null);
        switch (random.nextInt(3)) {
            case 0 -> act(article, "publish", Map.of("expiresAt", at));
            case 1 -> {
                change(article, Map.of("kicker", "Next version " + random.nextInt()));
                act(article, "schedule", next);
            }
            default -> {
                String first = input(random).draft().id();
                act(first, "schedule", next);
                articles.add(first);
            }
        }
    }

    private void merge(Random random) {
        String tag =
                newsroom(Map.of("name", "Merged " + random.nextInt()))
                        .post(NEWSROOM + "tags")
                        .path("id");
        articles.add(input(random).with("tags", List.of(tag)).published().id());
        newsroom()
                .header("If-Match", "*")
                .post(
                        NEWSROOM + "tags/{id}/merge-into/{other}",
                        tag,
                        any(random, labels.get("tags")))
                .then()
                .statusCode(200);
    }

    private void portray(Random random) {
        Map<String, Object> patch = new HashMap<>();
        patch.put("portrait", random.nextInt(3) == 0 ? null : any(random, pictures));
        newsroom(patch)
                .header("If-Match", "*")
                .patch(NEWSROOM + "authors/" + any(random, labels.get("authors")))
                .then()
                .statusCode(200);
    }

    private void credit(Random random) {
        newsroom(Map.of("caption", "Caption " + random.nextInt(1000)))
                .header("If-Match", "*")
                .patch(NEWSROOM + "media/" + any(random, pictures))
                .then()
                .statusCode(200);
    }

    private void comment(Random random, String article) {
        int number = left.getAndDecrement();
        if (number <= 0) {
            return;
        }
        Map<String, Object> input = new HashMap<>();
        input.put("author", Map.of("name", "Ada", "email", "ada" + number + "@example.org"));
        input.put("text", "I have seen " + random.nextLong() + " of these, and more: " + number);
        if (random.nextInt(3) > 0 && !comments.isEmpty()) {
            String parent = any(random, comments);
            input.put("parentId", parent.substring(0, 36));
            article = parent.substring(37);
        }
        Response reply =
                reader().contentType("application/json")
                        .body(input)
                        .post("/v1/articles/{id}/comments", article);
        assertThat(reply.statusCode()).as(reply.asString()).isIn(201, 202, 400, 404, 409, 410);
        if (reply.statusCode() <= 202) {
            comments.add(reply.path("id") + " " + article);
        }
    }

    private void moderate(Random random) {
        if (comments.isEmpty()) {
            return;
        }
        String id = any(random, comments).substring(0, 36);
        boolean rejects = random.nextInt(3) == 0;
        Response reply =
                newsroom(rejects ? Map.of("reason", "off-topic") : Map.of())
                        .header("If-Match", "*")
                        .post(
                                NEWSROOM + "comments/{id}/{action}",
                                id,
                                rejects ? "reject" : "approve");
        assertThat(reply.statusCode()).as(reply.asString()).isIn(200, 409);
    }

    private Articles input(Random random) {
        Set<String> tags = new HashSet<>();
        Set<String> authors = new HashSet<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            tags.add(any(random, labels.get("tags")));
            authors.add(any(random, labels.get("authors")));
        }
        Articles story = article("Story " + random.nextInt(1000));
        if (random.nextBoolean()) {
            story.with("leadMedia", Map.of("media", any(random, pictures)));
        }
        if (random.nextInt(3) == 0) {
            story.with("body", List.of(Map.of("type", "image", "media", any(random, pictures))));
        }
        return story.with("section", any(random, labels.get("sections")))
                .with("tags", List.copyOf(tags))
                .with("authors", authors.stream().map(author -> Map.of("author", author)).toList());
    }

    private static String any(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void rename(Random random) {
        String kind = List.of("sections", "tags", "authors").get(random.nextInt(3));
        Map<String, Object> patch =
                new HashMap<>(Map.of("name", kind + " " + random.nextInt(1000)));
        if (random.nextBoolean()) {
            patch.put("slug", "slug-" + random.nextInt(1_000_000));
        }
        Response reply =
                newsroom(patch)
                        .header("If-Match", "*")
                        .patch(NEWSROOM + kind + "/" + any(random, labels.get(kind)));
        assertThat(reply.statusCode()).isIn(200, 409);
    }

    private static void change(String article, Map<String, Object> patch) {
        Response reply =
                newsroom(patch).header("If-Match", "*").patch(NEWSROOM + "articles/" + article);
        assertThat(reply.statusCode()).as(reply.asString()).isEqualTo(200);
    }

    private static void act(String article, String action, Map<String, Object> body) {
        Response reply =
                newsroom(body)
                        .header("If-Match", "*")
                        .post(NEWSROOM + "articles/" + article + "/" + action);
        assertThat(reply.statusCode()).as(reply.asString()).isIn(200, 409, 422);
    }
}
