package dev.byline.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The OpenAPI documents")
class DocumentsTest extends ApiTest {

    private static final String NEWSROOM = "/openapi/newsroom";

    @Inject ObjectMapper mapper;

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/content", "/q/openapi"})
    @DisplayName("for readers hold no word of the newsroom")
    void content(String address) throws Exception {
        JsonNode document = document(address);

        assertThat(names(document.get("paths")))
                .isNotEmpty()
                .noneMatch(path -> path.startsWith("/v1/newsroom"));
        assertThat(names(document.at("/components/schemas")))
                .noneMatch(name -> name.contains("Input") || name.contains("Newsroom"));
        assertThat(document.get("security")).as("said outright: no key").isEmpty();
        assertThat(document.toString()).doesNotContain("securitySchemes");
        assertThat(names(document.at("/components/responses")))
                .isNotEmpty()
                .noneMatch(name -> name.contains("Unauthenticated"));
    }

    @Test
    @DisplayName("for the newsroom hold nothing else, and each operation needs a key")
    void newsroomOnly() throws Exception {
        JsonNode document = document(NEWSROOM);

        assertThat(names(document.get("paths"))).allMatch(path -> path.startsWith("/v1/newsroom/"));
        assertThat(document.at("/components/securitySchemes/key/scheme").asText())
                .isEqualTo("bearer");
        assertThat(operations(document))
                .allSatisfy(
                        operation -> {
                            assertThat(operation.at("/security/0/key").isArray()).isTrue();
                            assertThat(names(operation.get("responses"))).contains("401", "403");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/content", "/q/openapi", NEWSROOM})
    @DisplayName("define what they refer to, and nothing more")
    void references(String address) throws Exception {
        JsonNode document = document(address);
        Set<String> used = new TreeSet<>();
        document.findValuesAsText("$ref").forEach(used::add);
        document.findParents("propertyName")
                .forEach(
                        discriminator ->
                                discriminator
                                        .path("mapping")
                                        .forEach(ref -> used.add(ref.asText())));

        Set<String> defined =
                Stream.of("schemas", "responses", "parameters", "headers", "examples")
                        .flatMap(
                                kind ->
                                        names(document.at("/components/" + kind)).stream()
                                                .map(name -> "#/components/" + kind + "/" + name))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(defined);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/content", NEWSROOM})
    @DisplayName("name themselves, each operation, and what each refusal looks like")
    void complete(String address) throws Exception {
        JsonNode document = document(address);

        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(names(document.get("info")))
                .contains("title", "description", "version", "license");
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
        List<String> ids = new ArrayList<>();
        for (JsonNode operation : operations(document)) {
            ids.add(operation.get("operationId").asText());
            assertThat(operation.path("summary").asText()).as(operation.toString()).isNotEmpty();
            assertThat(operation.path("description").asText())
                    .as(operation.toString())
                    .isNotEmpty();
            operation
                    .get("responses")
                    .properties()
                    .forEach(
                            response -> {
                                if (response.getKey().compareTo("400") >= 0) {
                                    JsonNode problem =
                                            document.at(
                                                    response.getValue()
                                                            .get("$ref")
                                                            .asText()
                                                            .substring(1));
                                    assertThat(
                                                    problem.at(
                                                            "/content/application~1problem+json/examples"))
                                            .as("codes of %s %s", operation, response.getKey())
                                            .isNotEmpty();
                                }
                            });
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("declare Idempotency-Key on every POST")
    void idempotencyKeys() throws Exception {
        JsonNode document = document(NEWSROOM);

        assertThat(document.get("paths"))
                .filteredOn(path -> path.has("post"))
                .isNotEmpty()
                .allSatisfy(
                        path ->
                                assertThat(path.at("/post/parameters").findValuesAsText("$ref"))
                                        .contains("#/components/parameters/Idempotency-Key"));
    }

    @Test
    @DisplayName("tell media and related links apart by their kind, each with its own members")
    void kinds() throws Exception {
        JsonNode schemas = document("/openapi/content").at("/components/schemas");

        assertThat(names(schemas.at("/ImageOrVideo/discriminator/mapping")))
                .containsExactly("image", "video");
        assertThat(names(schemas.at("/ImageMedia/properties")))
                .contains("width", "height", "focalPoint", "placeholder")
                .doesNotContain("poster");
        assertThat(names(schemas.at("/VideoMedia/properties")))
                .contains("poster")
                .doesNotContain("width", "height", "focalPoint", "placeholder");
        assertThat(schemas.at("/ShownImageBlock/properties/media/$ref").asText())
                .endsWith("/ImageMedia");
        assertThat(names(schemas.at("/RelatedLink/discriminator/mapping")))
                .containsExactly("article", "external");
        assertThat(schemas.at("/RelatedArticleLink/required").toString()).contains("\"article\"");
        assertThat(names(schemas.at("/RelatedExternalLink/properties"))).doesNotContain("article");
        // `fields` may leave out what would tell the kind.
        assertThat(names(schemas.at("/Media/properties"))).contains("width", "poster");
    }

    private JsonNode document(String address) throws Exception {
        return mapper.readTree(reader().queryParam("format", "json").get(address).asString());
    }

    private static List<JsonNode> operations(JsonNode document) {
        List<JsonNode> operations = new ArrayList<>();
        document.get("paths")
                .forEach(
                        path ->
                                path.forEach(
                                        member -> {
                                            if (member.has("operationId")) {
                                                operations.add(member);
                                            }
                                        }));
        return operations;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
