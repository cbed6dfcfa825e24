package dev.byline.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Breaking changes of a document")
class BreakingChangesTest {

    private static final String LIST = "/paths/~1v1~1newsroom~1articles/get";
    private static final String PUBLISH = "/paths/~1v1~1newsroom~1articles~1{id}~1publish/post";
    private static final String SCHEMAS = "/components/schemas/";

    private final ObjectMapper mapper = new ObjectMapper();

    private JsonNode document() throws Exception {
        return mapper.readTree(
                Path.of("src", "test", "resources", "openapi", "newsroom.json").toFile());
    }

    @Test
    @DisplayName("are none between a document and itself, nor when something new is there")
    void none() throws Exception {
        assertThat(BreakingChanges.between(document(), document())).isEmpty();
        JsonNode young = document();
        at(young, SCHEMAS + "ArticleInput/properties").putObject("added").put("type", "string");
        at(young, SCHEMAS + "NewsroomArticle/properties").putObject("added").put("type", "string");
        array(young, SCHEMAS + "ArticleState/enum").add("added");
        at(young, "/paths").putObject("/v1/added").putObject("get");
        assertThat(BreakingChanges.between(document(), young)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @DisplayName("are told in words")
    void told(String words, Consumer<JsonNode> change) throws Exception {
        JsonNode young = document();
        change.accept(young);
        assertThat(young).isNotEqualTo(document());

        assertThat(BreakingChanges.between(document(), young))
                .anyMatch(found -> found.contains(words));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("GET /v1/newsroom/articles is gone", d -> at(d, LIST, 1).remove("get")),
                change("operationId changed", d -> at(d, LIST).put("operationId", "articles")),
                change("\"section\" is gone", d -> parameter(d, "section").put("name", "part")),
                change("\"section\" is needed", d -> parameter(d, "section").put("required", true)),
                change("200 is gone", d -> at(d, LIST + "/responses").remove("200")),
                change("400 is gone", d -> at(d, LIST + "/responses").remove("400")),
                change(
                        "header ETag is gone",
                        d -> at(d, PUBLISH + "/responses/200/headers").remove("ETag")),
                change(
                        "not for \"editor\" any more",
                        d -> array(d, PUBLISH + "/security/0/key").removeAll().add("admin")),
                change(
                        "no application/json",
                        d -> at(d, PUBLISH + "/requestBody/content").removeAll()),
                change("no paragraph any more", d -> mapping(d, "Block").remove("paragraph")),
                change(
                        ".headline: type [string] became [integer]",
                        d ->
                                at(d, SCHEMAS + "ArticleInput/properties/headline")
                                        .put("type", "integer")),
                change(
                        "minLength is 5 now",
                        d -> at(d, SCHEMAS + "ArticleInput/properties/slug").put("minLength", 5)),
                change(
                        "must be like",
                        d -> at(d, SCHEMAS + "ArticleInput/properties/kicker").put("pattern", "x")),
                change(
                        "maxLength is 2 now",
                        d -> at(d, SCHEMAS + "ArticleInput/properties/kicker").put("maxLength", 2)),
                change(
                        ".kicker is needed now",
                        d -> array(d, SCHEMAS + "ArticleInput/required").add("kicker")),
                change(
                        ".kicker is gone",
                        d -> at(d, SCHEMAS + "ArticleInput/properties").remove("kicker")),
                change(
                        "only some values",
                        d ->
                                at(d, SCHEMAS + "ArticleInput/properties/kicker")
                                        .putArray("enum")
                                        .add("x")),
                change(
                        "may be absent now",
                        d -> array(d, SCHEMAS + "NewsroomArticle/required").remove(0)),
                change(
                        "format \"date-time\" became",
                        d -> at(d, SCHEMAS + "Time").remove("format")));
    }

    private static Arguments change(String words, Consumer<JsonNode> change) {
        return arguments(words, change);
    }

    private static ObjectNode parameter(JsonNode document, String name) {
        for (JsonNode parameter : document.at(LIST + "/parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return (ObjectNode) parameter;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static ObjectNode mapping(JsonNode document, String union) {
        return at(document, SCHEMAS + union + "/discriminator/mapping");
    }

    private static ObjectNode at(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static ObjectNode at(JsonNode document, String pointer, int up) {
        String above = pointer;
        for (int i = 0; i < up; i++) {
            above = above.substring(0, above.lastIndexOf('/'));
        }
        return at(document, above);
    }

    private static ArrayNode array(JsonNode document, String pointer) {
        return (ArrayNode) document.at(pointer);
    }
}
