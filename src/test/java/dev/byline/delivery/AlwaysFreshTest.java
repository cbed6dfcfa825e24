package dev.byline.delivery;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.delivery.cache.CacheSwitch;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Photo;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("While everything changes at random")
class AlwaysFreshTest extends ApiTest {

    private static final long SEED = 20261124;
    private static final int STORIES = 6;
    private static final long TEST_NANOS = Long.getLong("byline.fresh.seconds", 8) * 1_000_000_000L;
    // A slow machine takes the time that it needs.
    private static final int ENOUGH = 50;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final long BURST_NANOS = 250_000_000L;

    /** By then other nodes have heard of a commit. */
    private static final long BOUND_NANOS = 120_000_000L;

    @Inject AgroalDataSource database;

    private final List<Saved> stories = new ArrayList<>();
    private final List<String> media = new ArrayList<>();

    @AfterEach
    void on() {
        CacheSwitch.on();
    }

    @Test
    @DisplayName("no reply is stale once the writers rest, wherever they wrote")
    void neverStale() throws Exception {
        newsroomToChange();
        List<String> addresses = addresses();
        ExecutorService people = Executors.newFixedThreadPool(6);
        Random seeds = new Random(SEED);
        int checked = 0;
        try {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < (checked > ENOUGH ? TEST_NANOS : LONGEST_NANOS)) {
                burst(people, seeds, addresses);
                checked += compare(addresses);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(checked).as("kept replies compared").isGreaterThan(ENOUGH);
    }

    private void newsroomToChange() {
        label("sections", "News");
        label("sections", "World");
        for (String tag : List.of("Flood", "Opera", "Rain")) {
            label("tags", tag);
        }
        label("authors", "Jane Doe");
        for (int i = 0; i < 3; i++) {
            media.add(Photo.picture("Picture " + i).uploaded());
        }
        for (int i = 0; i < STORIES; i++) {
            stories.add(article("Story " + i).with("tags", List.of("flood")).published());
        }
    }

    private List<String> addresses() {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "/v1/articles",
                                "/v1/articles?section=news",
                                "/v1/articles?section=world",
                                "/v1/articles?tag=flood",
                                "/v1/articles?tag=opera&limit=3&total=true",
                                "/v1/articles?sort=updated",
                                "/v1/search?q=story",
                                "/v1/search?q=flood",
                                "/v1/sections",
                                "/v1/tags",
                                "/v1/tags/flood",
                                "/v1/tags/opera",
                                "/v1/authors",
                                "/v1/authors/jane-doe"));
        media.forEach(id -> all.add("/v1/media/" + id));
        for (Saved story : stories) {
            String item = "/v1/articles/" + story.id();
            all.addAll(
                    List.of(
                            item,
                            item + "?include=related,comments",
                            item + "/comments",
                            item + "/related",
                            item + "/media"));
        }
        return all;
    }

    private void burst(ExecutorService people, Random seeds, List<String> addresses)
            throws Exception {
        long end = System.nanoTime() + BURST_NANOS;
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Random random = new Random(seeds.nextLong());
            boolean writes = i < 3;
            // Readers go on for as long as other nodes may take to hear.
            long until = writes ? end : end + BOUND_NANOS;
            work.add(
                    () -> {
                        while (System.nanoTime() < until) {
                            if (writes) {
                                write(random);
                            } else {
                                Wire.get(addresses.get(random.nextInt(addresses.size())));
                            }
                        }
                        return null;
                    });
        }
        for (Future<Void> done : people.invokeAll(work)) {
            done.get();
        }
    }

    private void write(Random random) throws Exception {
        Saved story = stories.get(random.nextInt(stories.size()));
        switch (random.nextInt(9)) {
            case 0 -> publish(random, story);
            case 1 ->
                    newsroom(Map.of())
                            .header("If-Match", story.reread().etag())
                            .post("/v1/newsroom/articles/" + story.id() + "/unpublish");
            case 2, 3 ->
                    reader().contentType(ContentType.JSON)
                            .body(
                                    Map.of(
                                            "author",
                                            Map.of("name", "Ada", "email", "ada@example.org"),
                                            "text",
                                            "Words " + random.nextLong()))
                            .post("/v1/articles/" + story.id() + "/comments");
            case 4 ->
                    elsewhere(
                            "update tag set name = 'Tag %d' where slug = '%s'"
                                    .formatted(
                                            random.nextInt(1000),
                                            List.of("flood", "opera", "rain")
                                                    .get(random.nextInt(3))));
            case 5 ->
                    elsewhere("update author set name = 'Jane %d'".formatted(random.nextInt(1000)));
            case 6 ->
                    elsewhere(
                            "update media set alt = 'Alt %d' where id = '%s'"
                                    .formatted(
                                            random.nextInt(1000),
                                            media.get(random.nextInt(media.size()))));
            case 7 ->
                    elsewhere(
                            "update comment set html = '<p>%d</p>' where id = (select id from comment order by random() limit 1)"
                                    .formatted(random.nextInt(1000)));
            default -> relate(random, story);
        }
    }

    private void publish(Random random, Saved story) {
        Saved now = story.reread();
        String path = "/v1/newsroom/articles/" + story.id();
        String etag =
                newsroom(
                                article("Story " + random.nextInt(1000))
                                        .with("slug", now.slug())
                                        .with("section", random.nextBoolean() ? "news" : "world")
                                        .with(
                                                "tags",
                                                List.of(random.nextBoolean() ? "flood" : "opera"))
                                        .with(
                                                "authors",
                                                random.nextBoolean()
                                                        ? List.of(Map.of("author", "jane-doe"))
                                                        : List.of())
                                        .with(
                                                "leadMedia",
                                                Map.of(
                                                        "media",
                                                        media.get(random.nextInt(media.size()))))
                                        .input())
                        .header("If-Match", now.etag())
                        .put(path)
                        .header("ETag");
        if (etag != null) {
            newsroom(Map.of("update", random.nextBoolean() ? "minor" : "material"))
                    .header("If-Match", etag)
                    .post(path + "/publish");
        }
    }

    private void relate(Random random, Saved story) {
        Saved target = stories.get(random.nextInt(stories.size()));
        newsroom(Map.of("items", List.of(Map.of("rel", "related", "article", target.id()))))
                .header("If-Match", story.reread().etag())
                .put("/v1/newsroom/articles/" + story.id() + "/related");
    }

    // As another node would: this one hears of it from the database alone.
    private void elsewhere(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int compare(List<String> addresses) {
        int kept = 0;
        for (String address : addresses) {
            boolean hot = CacheSwitch.holds(address);
            CacheSwitch.on();
            Wire.Reply given = Wire.get(address);
            CacheSwitch.off();
            Wire.Reply made = Wire.get(address);
            CacheSwitch.on();
            assertThat(given.text()).as(address + (hot ? " kept" : "")).isEqualTo(made.text());
            assertThat(given.status()).as(address).isEqualTo(made.status());
            kept += hot ? 1 : 0;
        }
        return kept;
    }
}
