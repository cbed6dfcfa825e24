package dev.byline.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The demonstration newspaper as its files have it, for tests that write it through the API. */
public final class DemoArticles {

    private static final Path DEMO = Path.of("src", "main", "resources", "demo");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DemoArticles() {}

    /** Makes the sections, tags and authors. */
    public static void labels() throws IOException {
        JsonNode newsroom = newsroom();
        for (String kind : List.of("sections", "tags", "authors")) {
            for (JsonNode label : newsroom.get(kind)) {
                ApiTest.newsroom(label.toString())
                        .post("/v1/newsroom/" + kind)
                        .then()
                        .statusCode(201);
            }
        }
    }

    /** The files' names, in the order of the newspaper. */
    public static List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        newsroom().get("articles").forEach(file -> files.add(file.asText()));
        return files;
    }

    /** One file, without its pictures: those are files too, and have no ids here. */
    public static JsonNode read(String file) throws IOException {
        JsonNode demo = MAPPER.readTree(DEMO.resolve("articles").resolve(file).toFile());
        ObjectNode article = (ObjectNode) demo.get("article");
        article.remove("leadMedia");
        if (article.get("body") instanceof ArrayNode body) {
            for (Iterator<JsonNode> blocks = body.iterator(); blocks.hasNext(); ) {
                if (!blocks.next().findValues("media").isEmpty()) {
                    blocks.remove();
                }
            }
        }
        return demo;
    }

    private static JsonNode newsroom() throws IOException {
        return MAPPER.readTree(DEMO.resolve("newsroom.json").toFile());
    }
}
