package dev.byline.delivery;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.delivery.cache.CacheSwitch;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Photo;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A reply from the cache")
class HotRepliesTest extends ApiTest {

    private Saved story;
    private String media;
    private String comment;

    @BeforeEach
    void newsroomWithEverything() {
        label("sections", "News");
        label("tags", "Flood");
        label("authors", "Jane Doe");
        media = Photo.picture("A gate").uploaded();
        story =
                article("Harbour gates closed")
                        .with("tags", List.of("flood"))
                        .with("authors", List.of(Map.of("author", "jane-doe")))
                        .with("leadMedia", Map.of("media", media))
                        .published();
        for (int i = 0; i < 4; i++) {
            article("Flood report " + i).with("tags", List.of("flood")).published();
        }
        Saved moved = article("Old name").published();
        moved.change(article("Old name").with("slug", "new-name").input()).publish(Map.of());
        newsroom(Map.of("kind", "update", "text", "A name was wrong."))
                .post("/v1/newsroom/articles/" + story.id() + "/corrections");
        comment = post();
        post();
    }

    @AfterEach
    void on() {
        CacheSwitch.on();
    }

    private String post() {
        return reader().contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "author",
                                Map.of("name", "Ada", "email", "ada@example.org"),
                                "text",
                                "I saw it " + System.nanoTime()))
                .post("/v1/articles/" + story.slug() + "/comments")
                .path("id");
    }

    private List<String> addresses() {
        String item = "/v1/articles/" + story.slug();
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "/v1/articles",
                                "/v1/articles?section=news&limit=2&total=true",
                                "/v1/articles?ids=" + story.id(),
                                "/v1/articles?q=flood&sort=relevance",
                                item,
                                item + "?include=related,comments",
                                item + "?fields=headline,tags",
                                "/v1/articles/" + story.id(),
                                item + "/related",
                                item + "/corrections",
                                item + "/media",
                                item + "/comments",
                                item + "/comments?view=flat&limit=1",
                                "/v1/comments/" + comment,
                                "/v1/comments/" + comment + "/replies",
                                "/v1/comments/counts?articles=" + story.slug() + ",nothing",
                                "/v1/media/" + media,
                                "/v1/media/" + media + "/attribution",
                                "/v1/sections",
                                "/v1/sections/news",
                                "/v1/tags",
                                "/v1/tags/flood",
                                "/v1/authors",
                                "/v1/authors/jane-doe",
                                "/v1/search?q=flood",
                                "/v1/articles/nothing-here",
                                "/v1/articles/old-name",
                                "/v1/tags/nothing-here"));
        return all;
    }

    private static Map<String, String[]> manners() {
        Map<String, String[]> all = new LinkedHashMap<>();
        all.put("plain", new String[] {});
        all.put("gzip", new String[] {"Accept-Encoding", "gzip, deflate"});
        all.put("brotli", new String[] {"Accept-Encoding", "gzip, deflate, br"});
        all.put("no gzip", new String[] {"Accept-Encoding", "gzip;q=0, identity"});
        all.put("cors", new String[] {"Origin", "https://reader.example"});
        all.put("accept", new String[] {"Accept", "application/json"});
        all.put("anything", new String[] {"If-None-Match", "*"});
        all.put("others", new String[] {"If-None-Match", "\"a\", W/\"b\""});
        return all;
    }

    @Test
    @DisplayName("is the one that would be made now: status, headers, bytes, in every manner")
    void same() {
        SoftAssertions all = new SoftAssertions();
        for (String address : addresses()) {
            manners()
                    .forEach(
                            (manner, headers) -> {
                                compare(all, "GET", address, manner, headers);
                                compare(all, "HEAD", address, manner, headers);
                            });
        }
        all.assertAll();
    }

    private static void compare(
            SoftAssertions all, String method, String address, String manner, String... headers) {
        String what = method + " " + address + " " + manner;
        CacheSwitch.off();
        Wire.Reply made = Wire.send(method, address, headers);
        CacheSwitch.on();
        Wire.Reply first = Wire.send(method, address, headers);
        all.assertThat(CacheSwitch.holds(address)).as(what).isTrue();
        Wire.Reply hot = Wire.send(method, address, headers);
        for (Wire.Reply reply : List.of(first, hot)) {
            all.assertThat(reply.status()).as(what).isEqualTo(made.status());
            all.assertThat(reply.headers()).as(what).isEqualTo(made.headers());
            all.assertThat(reply.text()).as(what).isEqualTo(made.text());
        }
    }

    @Test
    @DisplayName("costs no statement")
    void noStatement() {
        addresses().forEach(Wire::get);
        long before = counted();
        addresses().forEach(Wire::get);
        // A job in the background may have sent one.
        assertThat(counted() - before).isLessThan(5);
    }

    @Test
    @DisplayName("is made once for all who ask for it at the same time")
    void once() throws Exception {
        String address = "/v1/articles/" + story.slug() + "?include=related,comments";
        Wire.get(address);
        long one = statements(() -> Wire.get(address));
        assertThat(one).isPositive();
        ExecutorService readers = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 10; round++) {
                CacheSwitch.empty();
                long before = counted();
                for (Future<Wire.Reply> reply :
                        readers.invokeAll(
                                Collections.nCopies(
                                        16, (Callable<Wire.Reply>) () -> Wire.get(address)))) {
                    assertThat(reply.get().status()).isEqualTo(200);
                }
                assertThat(counted() - before).isLessThan(2 * one);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    @DisplayName("is there in a crowd, which for what has to be made is asked to come back")
    void crowd() {
        String item = "/v1/articles/" + story.slug();
        Wire.get(item);
        CacheSwitch.limit(0);
        try {
            assertThat(Wire.get(item).status()).isEqualTo(200);
            Wire.Reply refused = Wire.get("/v1/articles?limit=3");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
            newsroom().get("/v1/newsroom/articles").then().statusCode(200);
            assertThat(Wire.get("/v1/changes").status()).isEqualTo(200);
        } finally {
            CacheSwitch.limit(120);
        }
        assertThat(Wire.get("/v1/articles?limit=3").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("has a validator for each encoding, and answers 304 to it alone")
    void validators() {
        String address = "/v1/articles/" + story.slug();
        Wire.Reply plain = Wire.get(address);
        Wire.Reply gzip = Wire.get(address, "Accept-Encoding", "gzip");
        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.body().length).isLessThan(plain.body().length);
        assertThat(gzip.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
        for (int i = 0; i < 2; i++) {
            assertThat(Wire.get(address, "If-None-Match", plain.header("ETag")).status())
                    .isEqualTo(304);
            assertThat(Wire.get(address, "If-None-Match", gzip.header("ETag")).status())
                    .isEqualTo(200);
            CacheSwitch.off();
        }
    }

    @Test
    @DisplayName("is one for every order of parameters, and for defaults spelt out")
    void normalised() {
        Wire.get("/v1/articles?tag=flood&section=news");
        assertThat(CacheSwitch.holds("/v1/articles?section=news&tag=flood&limit=20&total=false"))
                .isTrue();
        assertThat(CacheSwitch.holds("/v1/articles?section=news&tag=flood&limit=19")).isFalse();
    }

    @Test
    @DisplayName("leads on to pages that exist, whatever defaults were spelt out")
    void links() {
        for (int i = 0; i < 2; i++) {
            String link = Wire.get("/v1/articles?limit=1&sort=newest&total=false").header("Link");
            String next = link.substring(1, link.indexOf('>'));
            assertThat(Wire.get(next).status()).as(next).isEqualTo(200);
            String cursor =
                    reader().get("/v1/search?q=flood&limit=1&prefix=false&sort=relevance")
                            .path("page.next");
            String plain = "/v1/search?q=flood&limit=1&cursor=" + cursor;
            assertThat(Wire.get(plain).status()).as(plain).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("is made of nothing that others must not get: errors, keys, tokens, odd requests")
    void notKept() {
        Wire.get("/v1/articles?limit=0");
        Wire.get("/v1/articles?nonsense=1");
        Wire.get("/v1/articles");
        assertThat(Wire.get("/v1/articles?section=").status()).isEqualTo(400);
        String ids = "/v1/articles?ids=" + story.id();
        assertThat(Wire.get(ids).status()).isEqualTo(200);
        assertThat(Wire.get(ids + "&limit=20").status()).isEqualTo(400);
        Wire.get("/v1/articles/" + story.slug(), "Authorization", "Bearer nothing");
        Wire.get("/v1/tags", "Accept", "text/html");
        Wire.get("/v1/comments/" + comment, "Edit-Token", "nothing");
        Wire.get("/v1/changes");
        for (String address :
                List.of(
                        "/v1/articles?limit=0",
                        "/v1/articles?nonsense=1",
                        "/v1/articles/" + story.slug(),
                        "/v1/tags",
                        "/v1/comments/" + comment,
                        "/v1/changes")) {
            assertThat(CacheSwitch.holds(address)).as(address).isFalse();
        }
        assertThat(Wire.get("/v1/tags", "Accept", "text/html").status()).isEqualTo(406);
        Wire.get("/v1/tags");
        assertThat(Wire.get("/v1/tags", "Accept", "text/html").status()).isEqualTo(406);
    }
}
