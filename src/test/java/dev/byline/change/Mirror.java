package dev.byline.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.given.ApiTest;
import dev.byline.given.Replies;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An app that keeps a copy of what is public by following the changes, as docs/api.md tells it to:
 * reads each named item again, and takes names of labels and counts from its own copy.
 */
final class Mirror extends ApiTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, ObjectNode> items = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private String after;

    /** Reads on to the end of the log. */
    void follow() {
        boolean more = true;
        while (more) {
            Response page =
                    read("/v1/changes?limit=100" + (after == null ? "" : "&after=" + after));
            page.then().statusCode(200);
            page.jsonPath().<Map<String, String>>getList("items").forEach(this::apply);
            after = page.path("page.after");
            more = page.path("page.next") != null;
        }
    }

    private void apply(Map<String, String> change) {
        String address = address(change.get("kind"), change.get("id"));
        named.add(address);
        ObjectNode item = change.get("op").equals("gone") ? null : item(address);
        if (item == null) {
            items.remove(address);
        } else {
            items.put(address, item);
        }
    }

    private static String address(String kind, String id) {
        return "/v1/" + kind + (kind.equals("media") ? "/" : "s/") + id;
    }

    Set<String> named() {
        return named;
    }

    static ObjectNode item(String address) {
        Response reply = read(address);
        return absent(reply) ? null : json(reply);
    }

    private static boolean absent(Response reply) {
        return reply.statusCode() == 404 || reply.statusCode() == 410;
    }

    private static ObjectNode json(Response reply) {
        try {
            ObjectNode item =
                    (ObjectNode) MAPPER.readTree(reply.then().statusCode(200).extract().asString());
            item.remove("replies"); // the first ones, which the app has as items
            return item;
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The addresses of all that lists show. */
    static Set<String> listed() {
        Set<String> found = new HashSet<>();
        for (String list : List.of("/v1/articles", "/v1/sections", "/v1/tags", "/v1/authors")) {
            pages(list + "?limit=100", list + "/", "id", found);
        }
        pages("/v1/authors?limit=100", "/v1/media/", "portrait.id", found);
        for (String article : Set.copyOf(found)) {
            if (article.startsWith("/v1/articles/")) {
                pages(article + "/media?limit=100", "/v1/media/", "id", found);
                pages(article + "/comments?view=thread&limit=100", "/v1/comments/", "id", found);
            }
        }
        for (String head : Set.copyOf(found)) {
            if (head.startsWith("/v1/comments/")) {
                pages(head + "/replies?limit=100", "/v1/comments/", "id", found);
            }
        }
        return found;
    }

    private static void pages(String list, String prefix, String id, Set<String> found) {
        String cursor = "";
        while (cursor != null) {
            Response page = read(list + cursor);
            if (absent(page)) {
                return;
            }
            page.then().statusCode(200);
            JsonNode said = Replies.json(page);
            for (JsonNode item : said.path("items")) {
                String each = item.at("/" + id.replace('.', '/')).asText(null);
                if (each != null) {
                    found.add(prefix + each);
                }
            }
            String next = said.at("/page/next").asText(null);
            cursor = next == null ? null : "&cursor=" + next;
        }
    }

    /** What the app would show. */
    Map<String, ObjectNode> shown() {
        Map<String, ObjectNode> shown = new HashMap<>();
        items.forEach((address, item) -> shown.put(address, item.deepCopy()));
        Map<String, Integer> counts = new HashMap<>();
        shown.values().forEach(this::count);
        shown.values().forEach(this::illustrate);
        shown.forEach(
                (address, item) -> {
                    if (address.startsWith("/v1/articles/")) {
                        label(item).forEach(label -> counts.merge(label, 1, Integer::sum));
                    }
                });
        shown.forEach(
                (address, item) -> {
                    if (item.has("parent")) {
                        name(item.get("parent"), "/v1/sections/");
                    }
                    if (item.has("articleCount")) {
                        item.put("articleCount", counts.getOrDefault(address, 0));
                    }
                });
        return shown;
    }

    /** Gives a comment, or an article, the number of comments below. */
    private void count(ObjectNode item) {
        if (item.has("replyCount")) {
            item.put("replyCount", below("parentId", item.get("id").asText(), true));
        } else if (item.path("comments").has("count")) {
            ((ObjectNode) item.get("comments"))
                    .put("count", below("articleId", item.get("id").asText(), false));
        }
    }

    private int below(String member, String id, boolean deep) {
        int count = 0;
        for (ObjectNode item : items.values()) {
            if (item.has("replyCount") && item.path(member).asText().equals(id)) {
                count += item.path("removed").asBoolean() ? 0 : 1;
                count += deep ? below(member, item.get("id").asText(), true) : 0;
            }
        }
        return count;
    }

    /** Gives an item the media that it holds as they are now. */
    private void illustrate(JsonNode node) {
        for (String member : List.of("media", "portrait")) {
            if (node.path(member).has("id")) {
                String address = "/v1/media/" + node.get(member).get("id").asText();
                if (!items.containsKey(address)) {
                    throw new AssertionError("The mirror has an item but not its " + address);
                }
                ((ObjectNode) node).set(member, items.get(address).deepCopy());
                return;
            }
        }
        node.forEach(this::illustrate);
    }

    /** Gives an article its labels' present names; tells where it counts. */
    private Set<String> label(ObjectNode article) {
        Set<String> labels = new HashSet<>();
        JsonNode section = article.get("section");
        for (String at = name(section, "/v1/sections/"); at != null; ) {
            labels.add(at);
            JsonNode parent = items.get(at).path("parent").path("id");
            at = parent.isMissingNode() ? null : "/v1/sections/" + parent.asText();
        }
        article.get("tags").forEach(tag -> labels.add(name(tag, "/v1/tags/")));
        List<String> byline = new ArrayList<>();
        article.get("authors")
                .forEach(
                        author -> {
                            labels.add(name(author, "/v1/authors/"));
                            byline.add(author.get("name").asText());
                        });
        if (!byline.isEmpty()) {
            article.put("byline", byline.stream().collect(Collectors.joining(", ")));
        }
        return labels;
    }

    private String name(JsonNode summary, String kind) {
        String address = kind + summary.get("id").asText();
        ObjectNode label = items.get(address);
        if (label == null) {
            throw new AssertionError("The mirror has an article but not its label " + address);
        }
        List.of("slug", "name", "type")
                .forEach(
                        member -> {
                            if (summary.has(member)) {
                                ((ObjectNode) summary).set(member, label.get(member));
                            }
                        });
        return address;
    }
}
