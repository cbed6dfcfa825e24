package dev.byline.given;

import static dev.byline.given.Articles.article;
import static dev.byline.given.Photo.picture;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two of each item that a newsroom can have, to fill the addresses of the documents with. */
public final class Items {

    private static final String EMAIL = "ada@example.org";
    private static final Pattern PARAMETER = Pattern.compile("([a-z-]+)/\\{[a-z]+}");

    /** By the segment of the address before it. */
    private final Map<String, String> newsroom = new HashMap<>();

    private final Map<String, String> readers = new HashMap<>();

    private Items() {}

    /** Makes them, in a newsroom that is empty. */
    public static Items made() {
        Items items = new Items();
        items.labels();
        items.stories();
        items.comments();
        return items;
    }

    private void labels() {
        for (String kind : List.of("sections", "tags", "authors")) {
            for (String name : List.of("Other", "News")) {
                Response label = post("/v1/newsroom/" + kind, Map.of("name", name));
                newsroom.put(name.equals("Other") ? kind + " other" : kind, label.path("id"));
            }
            readers.put(kind, "news");
        }
        newsroom.put("merge-into", newsroom.get("tags other"));
    }

    private void stories() {
        String media = picture("A gate").uploaded();
        List<Map<String, Object>> body =
                List.of(
                        Map.of("type", "paragraph", "html", "Water in the harbour"),
                        Map.of("type", "image", "media", picture("A quay").uploaded()));
        for (String headline : List.of("Harbour gates opened", "Harbour gates closed")) {
            Articles.Saved story =
                    article(headline)
                            .with("tags", List.of("news", "other"))
                            .with(
                                    "authors",
                                    List.of(Map.of("author", "news"), Map.of("author", "other")))
                            .with("leadMedia", Map.of("media", media))
                            .with("body", body)
                            .published()
                            .change(Map.of("kicker", "Flood"));
            newsroom.put("articles", story.id());
            readers.put("articles", story.slug());
        }
        newsroom.put("media", media);
        readers.put("media", media);
        // A save after a mark is a revision of its own.
        newsroom.put("revisions", "1");
        String article = "/v1/newsroom/articles/" + newsroom.get("articles");
        for (String text : List.of("It was one gate.", "It was noon.")) {
            Response correction =
                    post(article + "/corrections", Map.of("kind", "correction", "text", text));
            newsroom.put("corrections", correction.path("id"));
        }
        newsroom.put("preview-links", post(article + "/preview-links", Map.of()).path("id"));
    }

    private void comments() {
        // A thread with two replies, and another thread.
        String parent = null;
        for (int i = 0; i < 4; i++) {
            Map<String, Object> reply = new HashMap<>();
            reply.put("author", Map.of("name", "Ada", "email", EMAIL));
            reply.put("text", "Who pays, and when? Part " + i);
            reply.put("parentId", i == 3 ? null : parent);
            Response said =
                    ApiTest.reader()
                            .contentType(ContentType.JSON)
                            .body(reply)
                            .post("/v1/articles/{article}/comments", readers.get("articles"));
            said.then().statusCode(201);
            parent = parent == null ? said.path("id") : parent;
        }
        newsroom.put("comments", parent);
        readers.put("comments", parent);
        newsroom.put(
                "commenters",
                ApiTest.newsroom(Map.of("email", EMAIL))
                        .post("/v1/newsroom/commenters/find")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id"));
    }

    private static Response post(String path, Map<String, Object> body) {
        Response reply = ApiTest.newsroom(body).post(path);
        reply.then().statusCode(201);
        return reply;
    }

    /** The id of the second item of a kind. */
    public String id(String kind) {
        return newsroom.get(kind);
    }

    /** What readers call the second item of a kind. */
    public String slug(String kind) {
        return readers.get(kind);
    }

    /** The address with an item for each parameter. */
    public String address(String path) {
        Map<String, String> known = path.startsWith("/v1/newsroom/") ? newsroom : readers;
        Matcher parameter = PARAMETER.matcher(path);
        return parameter.replaceAll(
                found ->
                        found.group(1)
                                + "/"
                                + known.computeIfAbsent(
                                        found.group(1),
                                        kind -> {
                                            throw new AssertionError("no " + kind + " was made");
                                        }));
    }
}
