package dev.byline.leak;

import static dev.byline.given.Articles.article;
import static dev.byline.given.Photo.picture;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles;
import dev.byline.given.Articles.Saved;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items in every hidden condition, each full of a marker word of its own. */
final class HiddenItems extends ApiTest {

    /** The markers of what the public never saw. */
    static final List<String> UNSEEN =
            List.of("qzdraft", "qzreview", "qzscheduled", "qzembargoed", "qzworking", "qznext");

    private static final String PATH = "/v1/newsroom/articles/";
    private static final String FUTURE = "2999-01-01T00:00:00Z";

    /** The articles by their marker. */
    final Map<String, Saved> articles = new LinkedHashMap<>();

    /** Everything by which a reader could ask for them. */
    final Set<String> names = new LinkedHashSet<>();

    /** The ids of media and comments, by the marker of what they belong to. */
    private final Map<String, Set<String>> parts = new LinkedHashMap<>();

    /** The ids of what the public saw once. */
    Set<String> withdrawn() {
        Set<String> ids = new LinkedHashSet<>();
        articles.forEach(
                (marker, saved) -> {
                    if (!UNSEEN.contains(marker)) {
                        ids.add(saved.id());
                        ids.addAll(parts.get(marker));
                    }
                });
        return ids;
    }

    /** The ids of all that is hidden. */
    Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        articles.values().forEach(saved -> ids.add(saved.id()));
        markers().forEach(marker -> ids.addAll(parts.get(marker)));
        return ids;
    }

    private void part(String marker, String id) {
        parts.computeIfAbsent(marker, any -> new LinkedHashSet<>()).add(id);
        names.add(id);
    }

    /** A complete article with the word in every field that takes text. */
    Articles full(String marker) {
        String tag = label("tags", "Tag " + marker);
        String portrait = picture("Portrait " + marker).uploaded();
        String author =
                newsroom(Map.of("name", "Author " + marker, "portrait", portrait))
                        .post("/v1/newsroom/authors")
                        .path("slug");
        String lead = picture("Picture " + marker).uploaded();
        names.addAll(List.of(tag, author));
        part(marker, portrait);
        part(marker, lead);
        return article("Headline " + marker)
                .with("kicker", "Kicker " + marker)
                .with("standfirst", "Standfirst " + marker)
                .with("byline", "Byline " + marker)
                .with("dateline", "Dateline " + marker)
                .with("source", Map.of("name", marker, "url", "https://wire.example/" + marker))
                .with("canonicalUrl", "https://paper.example/" + marker)
                .with("labels", List.of("label-" + marker))
                .with("seo", Map.of("title", marker, "description", marker))
                .with("tags", List.of(tag))
                .with(
                        "comments",
                        Map.of("policy", "premoderated", "closesAt", "2998-01-01T00:00:00Z"))
                .with("leadMedia", Map.of("media", lead, "caption", "Caption " + marker))
                .with("authors", List.of(Map.of("author", author, "role", "role-" + marker)))
                .with("body", List.of(Map.of("type", "paragraph", "html", "Body " + marker)));
    }

    /** Conditions in which the public never saw anything of an article. */
    void makeUnseen() {
        keep("qzdraft", full("qzdraft").draft());
        keep("qzreview", act(full("qzreview").draft(), "submit", Map.of()));
        keep("qzscheduled", act(full("qzscheduled").draft(), "schedule", Map.of("at", FUTURE)));
        keep("qzembargoed", full("qzembargoed").draft().publish(Map.of("embargoUntil", FUTURE)));
    }

    /** Conditions in which it sees nothing any more. */
    void makeWithdrawn() {
        keep("qzexpired", discussed("qzexpired", FUTURE));
        keep("qzunpublished", discussed("qzunpublished", null).unpublish());
        keep("qzarchived", act(discussed("qzarchived", null), "archive", Map.of()));
        keep(
                "qztakendown",
                act(
                        discussed("qztakendown", null),
                        "takedown",
                        Map.of("reason", "legal", "note", "Note qztakendown")));
    }

    /** Unpublished words on an article that is public: a working copy, and a next version. */
    void makeVersions(Saved visible, Saved other) {
        visible.change(full("qzworking").with("slug", "qzworking-slug").input());
        names.add("qzworking-slug");
        Saved next = other.change(full("qznext").with("slug", "qznext-slug").input());
        act(next, "schedule", Map.of("at", FUTURE));
        names.add("qznext-slug");
        newsroom(Map.of()).post(PATH + visible.id() + "/preview-links").then().statusCode(201);
    }

    /** A comment that waits, and a picture that nothing uses. */
    void makeWaiting(Saved discussed) {
        part("qzheld", comment("qzheld", discussed));
        part(
                "qzunused",
                picture("Picture qzunused").with("caption", "Caption qzunused").uploaded());
    }

    /** A comment that is held. */
    private static String comment(String marker, Saved discussed) {
        return reader().contentType("application/json")
                .body(
                        Map.of(
                                "author",
                                Map.of(
                                        "name",
                                        "Name " + marker,
                                        "email",
                                        marker + "@example.org",
                                        "website",
                                        "https://" + marker + ".example"),
                                "text",
                                "Words " + marker + ", for a moderator to read first"))
                .post("/v1/articles/{id}/comments", discussed.id())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Published, with a correction and a comment that readers saw. */
    private Saved discussed(String marker, String expiry) {
        Saved saved = corrected(marker, published(marker, expiry));
        String comment = comment(marker, saved);
        newsroom(Map.of())
                .header("If-Match", "*")
                .post("/v1/newsroom/comments/{id}/approve", comment)
                .then()
                .statusCode(200);
        read("/v1/comments/" + comment).then().statusCode(200);
        part(marker, comment);
        return saved;
    }

    private Saved published(String marker, String expiry) {
        return full(marker)
                .draft()
                .publish(expiry == null ? Map.of() : Map.of("expiresAt", expiry));
    }

    private static Saved corrected(String marker, Saved saved) {
        newsroom(Map.of("kind", "update", "text", "Correction " + marker))
                .post(PATH + saved.id() + "/corrections")
                .then()
                .statusCode(201);
        return saved;
    }

    private static Saved act(Saved saved, String action, Map<String, Object> body) {
        Response reply =
                newsroom(body)
                        .header("If-Match", saved.etag())
                        .post(PATH + saved.id() + "/" + action);
        reply.then().statusCode(200);
        return new Saved(reply.path("id"), reply.path("slug"), reply.header("ETag"));
    }

    private void keep(String marker, Saved saved) {
        articles.put(marker, saved);
        names.addAll(List.of(saved.id(), saved.slug()));
    }

    Set<String> markers() {
        Set<String> markers = new LinkedHashSet<>(articles.keySet());
        markers.addAll(List.of("qzworking", "qznext", "qzheld", "qzunused"));
        return markers;
    }
}
