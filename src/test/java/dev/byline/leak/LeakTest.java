package dev.byline.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.leak.Crawl.Heard;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Crawling every public route")
class LeakTest extends ApiTest {

    private static final String CONTROL = "qzcontrol";
    private static final String UNKNOWN = "qzunknown";

    private final HiddenItems hidden = new HiddenItems();
    private Saved visible;
    private Saved other;
    private Set<String> seen;

    @BeforeEach
    void visibleItems() {
        label("sections", "News");
        visible = hidden.full(CONTROL).publishedAt("2026-01-02T00:00:00Z");
        other = hidden.full("qzother").publishedAt("2026-01-01T00:00:00Z");
        seen = Set.copyOf(hidden.names);
    }

    private void hide() throws Exception {
        hidden.makeUnseen();
        hidden.makeWithdrawn();
        hidden.makeVersions(visible, other);
        hidden.makeWaiting(visible);
        sql(
                "update article set expires_at = date_trunc('milliseconds', now() - interval '1 second'),"
                        + " due_at = date_trunc('milliseconds', now() - interval '1 second')"
                        + " where slug like '%qzexpired'");
    }

    @Test
    @DisplayName("finds no trace of what is hidden, and all of what is visible")
    void noTrace() throws Exception {
        hide();
        Set<String> names = new LinkedHashSet<>(hidden.names);
        names.addAll(List.of(visible.id(), visible.slug(), other.slug(), "news", UNKNOWN));
        Set<String> words = new LinkedHashSet<>(hidden.markers());
        words.addAll(List.of(CONTROL, "headline", UNKNOWN));
        Crawl crawl = new Crawl(names, words);
        Set<String> secrets = new LinkedHashSet<>(hidden.markers());
        secrets.addAll(hidden.ids());
        secrets.addAll(List.of("taken_down", "in-review", "2999-01-01"));

        List<String> leaks = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Map<String, Heard> replies : List.of(crawl.replies(), crawl.conditional())) {
            replies.forEach(
                    (url, heard) -> {
                        String said = heard.said(url).toLowerCase(Locale.ROOT);
                        secrets.stream()
                                .filter(said::contains)
                                .filter(
                                        secret ->
                                                !(log(url) && hidden.withdrawn().contains(secret)))
                                .forEach(secret -> leaks.add(secret + " in " + url + ": " + said));
                        if (said.contains(CONTROL)) {
                            found.add(url);
                        }
                    });
        }

        assertThat(leaks).isEmpty();
        assertThat(crawl.urls()).hasSizeGreaterThan(500);
        assertThat(found)
                .contains(
                        "/v1/articles",
                        "/v1/articles/" + visible.id(),
                        "/v1/articles/" + visible.slug(),
                        "/v1/articles?q=" + CONTROL,
                        "/v1/articles?tag=tag-" + CONTROL,
                        "/v1/articles?sort=updated",
                        "/v1/tags",
                        "/v1/authors",
                        "/v1/tags/tag-" + CONTROL,
                        "/v1/authors/author-" + CONTROL,
                        "/v1/articles/" + visible.id() + "/media");
    }

    @Test
    @DisplayName("answers for what is hidden as for what never was, word for word")
    void likeUnknown() throws Exception {
        hide();
        String down = hidden.articles.get("qztakendown").id();
        String downSlug = hidden.articles.get("qztakendown").slug();
        Set<String> checked = new LinkedHashSet<>();
        for (String name : hidden.names) {
            if (seen.contains(name)) {
                continue;
            }
            String twin = twin(name);
            boolean gone = name.equals(down) || name.equals(downSlug);
            Map<String, Heard> unknown = new Crawl(List.of(twin), List.of()).repliesTo(twin);
            new Crawl(List.of(name), List.of())
                    .repliesTo(name)
                    .forEach(
                            (url, heard) -> {
                                if (!(gone && url.startsWith("/v1/articles/"))) {
                                    assertThat(heard.all().replace(name, twin))
                                            .as(url)
                                            .isEqualTo(unknown.get(url.replace(name, twin)).all());
                                    checked.add(url);
                                }
                            });
        }
        assertThat(checked).hasSizeGreaterThan(200);
    }

    @Test
    @DisplayName("asks the database as often for what is hidden as for what never was")
    void sameEffort() throws Exception {
        hide();
        String unknown = "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55";
        hidden.articles.forEach(
                (marker, saved) -> {
                    for (String part : List.of("", "/related", "/comments", "/media")) {
                        assertThat(effort("/v1/articles/" + saved.id() + part))
                                .as(marker + part)
                                .isEqualTo(effort("/v1/articles/" + unknown + part));
                        assertThat(effort("/v1/articles/" + saved.slug() + part))
                                .as(marker + part)
                                .isEqualTo(effort("/v1/articles/" + UNKNOWN + part));
                    }
                });
    }

    private long effort(String path) {
        return statements(() -> read(path));
    }

    @Test
    @DisplayName("meets nothing beside the ids of what is visible")
    void neighbours() {
        String before = visible.id().substring(0, 24);
        long last = Long.parseLong(visible.id().substring(24), 16);
        for (int i = 1; i <= 100; i++) {
            for (long near : List.of(last - i, last + i)) {
                String id = before + "%012x".formatted(near & 0xffffffffffffL);
                for (String kind : List.of("articles", "media", "comments")) {
                    read("/v1/" + kind + "/" + id).then().statusCode(404);
                }
            }
        }
    }

    @Test
    @DisplayName("hears the same bytes whatever the private data are")
    void nonInterference() throws Exception {
        Set<String> names = new LinkedHashSet<>(hidden.names);
        names.addAll(List.of(visible.id(), visible.slug(), other.slug(), "news", UNKNOWN));
        for (String marker : HiddenItems.UNSEEN) {
            names.add("tag-" + marker);
            names.add("author-" + marker);
            names.add("headline-" + marker);
        }
        names.addAll(List.of("qzworking-slug", "qznext-slug"));
        Set<String> words = new LinkedHashSet<>(HiddenItems.UNSEEN);
        words.addAll(List.of(CONTROL, "headline", "body", "qzheld", "qzunused"));
        Crawl crawl = new Crawl(names, words);
        Map<String, Heard> before = crawl.replies();
        Map<String, Heard> conditional = crawl.conditional();

        hidden.makeUnseen();
        hidden.makeVersions(visible, other);
        hidden.makeWaiting(visible);
        // Private values of the visible one too: gates to come, versions, who and when.
        sql(
                "update article set version = version + 7, created_by = 'key:else', saved_by = 'key:else',"
                        + " saved_at = now(), created_at = now(), expires_at = '2999-01-01', due_at = '2999-01-01'"
                        + " where slug like '%qzcontrol'");

        same(before, crawl.replies());
        same(conditional, crawl.conditional());
        // Asked twice: 5,000 requests and more, as threat C2.3 wants.
        assertThat(before.size() + conditional.size()).isGreaterThan(2_500);
    }

    private static void same(Map<String, Heard> before, Map<String, Heard> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach(
                (url, heard) -> {
                    if (url.endsWith("/comments/form")) {
                        // Its token holds the time.
                        assertThat(tokenless(after.get(url))).as(url).isEqualTo(tokenless(heard));
                    } else {
                        assertThat(after.get(url)).as(url).isEqualTo(heard);
                    }
                });
    }

    private static String tokenless(Heard heard) {
        return heard.all().replaceAll("\"token\":\"[^\"]*\"", "");
    }

    /** The log of changes says that what was public once is gone, by its id and nothing else. */
    private static boolean log(String url) {
        return url.contains("/v1/changes");
    }

    /** A name that nothing has, of the same shape and length. */
    private static String twin(String name) {
        return name.matches("[0-9a-f-]{36}")
                ? "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55"
                : UNKNOWN + "x".repeat(Math.max(0, name.length() - UNKNOWN.length()));
    }
}
