package dev.byline.attack;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.contract.ContractFilter;
import dev.byline.given.contract.Document;
import dev.byline.given.contract.Document.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from the shape of an operation holds for each of that shape. */
@QuarkusTest
@DisplayName("Every operation")
class ShapeTest extends ApiTest {

    private static final String CONTENT = "/openapi/content";
    private static final String NEWSROOM = "/openapi/newsroom";
    private static final String NO_ID = "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55";
    private static final String BY_ARTICLE = "/v1/articles/{article}";

    @ParameterizedTest
    @ValueSource(strings = {CONTENT, NEWSROOM})
    @DisplayName("refuses a parameter that it does not have")
    void unknownParameter(String address) {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : ContractFilter.document(address).operations()) {
            RequestSpecification request = request(operation).queryParam("colour", "red");
            sayNothing(request, operation);
            softly.assertThat(call(request, operation, Map.of())).as(operation.id()).isEqualTo(400);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTENT, NEWSROOM})
    @DisplayName("refuses an address and headers that are too long")
    void tooLong(String address) {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : ContractFilter.document(address).operations()) {
            RequestSpecification longAddress = request(operation).queryParam("q", "x".repeat(9000));
            softly.assertThat(call(longAddress, operation, Map.of()))
                    .as(operation.id())
                    .isEqualTo(414);
            RequestSpecification longHeader =
                    request(operation).header("X-Long", "x".repeat(17000));
            softly.assertThat(call(longHeader, operation, Map.of()))
                    .as(operation.id())
                    .isEqualTo(431);
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("on an article leads from a former slug to the present one")
    void formerSlug() {
        label("sections", "News");
        Saved saved = article("First name").published();
        saved.change(Map.of("slug", "second-name")).publish(Map.of());

        onArticle(Map.of("article", "first-name"), 308);
    }

    @Test
    @DisplayName("on an article that was taken down says so")
    void takenDown() {
        label("sections", "News");
        Saved saved = article("Secret words").published();
        newsroom(Map.of("reason", "legal"))
                .header("If-Match", saved.etag())
                .post("/v1/newsroom/articles/" + saved.id() + "/takedown");

        onArticle(Map.of("article", saved.slug()), 410);
    }

    @Test
    @DisplayName("that may be cached answers 304 to who has the copy")
    void notChanged() {
        label("sections", "News");
        String tag = label("tags", "Flood");
        String author = label("authors", "Jane Doe");
        Saved saved =
                article("A story")
                        .with("tags", List.of(tag))
                        .with("authors", List.of(Map.of("author", author)))
                        .published();
        Map<String, String> known =
                Map.of("article", saved.slug(), "section", "news", "tag", tag, "author", author);
        Document document = ContractFilter.document(CONTENT);
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : document.operations()) {
            boolean cacheable = operation.node().get("responses").has("304");
            boolean reachable =
                    document.parameters(operation).stream()
                            .filter(parameter -> parameter.get("in").asText().equals("path"))
                            .allMatch(
                                    parameter -> known.containsKey(parameter.get("name").asText()));
            if (cacheable && reachable) {
                RequestSpecification request = request(operation).header("If-None-Match", "*");
                for (JsonNode parameter : document.parameters(operation)) {
                    if (parameter.path("required").asBoolean()
                            && parameter.get("in").asText().equals("query")) {
                        request.queryParam(parameter.get("name").asText(), saved.slug());
                    }
                }
                softly.assertThat(call(request, operation, known))
                        .as(operation.id())
                        .isEqualTo(304);
            }
        }
        softly.assertAll();
    }

    /** With a body of its kind, without which the kind would be refused first. */
    private static void sayNothing(RequestSpecification request, Operation operation) {
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.isEmpty()) {
            return;
        }
        String kind = content.fieldNames().next();
        if (kind.startsWith("multipart/")) {
            request.multiPart("nothing", "nothing");
        } else {
            request.contentType(kind).body("{}");
        }
    }

    private void onArticle(Map<String, String> known, int status) {
        List<Operation> operations =
                ContractFilter.document(CONTENT).operations().stream()
                        .filter(operation -> operation.path().startsWith(BY_ARTICLE))
                        .toList();
        assertThat(operations).hasSizeGreaterThan(5);
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations) {
            RequestSpecification request = request(operation);
            if (operation.node().has("requestBody")) {
                request.contentType("application/json")
                        .body(
                                Map.of(
                                        "author",
                                        Map.of("name", "Jo", "email", "jo@example.org"),
                                        "text",
                                        "Well said."));
            }
            softly.assertThat(call(request, operation, known)).as(operation.id()).isEqualTo(status);
        }
        softly.assertAll();
    }

    private static RequestSpecification request(Operation operation) {
        return operation.path().startsWith("/v1/newsroom/") ? newsroom() : reader();
    }

    private static int call(
            RequestSpecification request, Operation operation, Map<String, String> known) {
        String path = operation.path();
        for (Map.Entry<String, String> value : known.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return request.redirects()
                .follow(false)
                .request(operation.method(), path.replaceAll("\\{[^}]*}", NO_ID))
                .statusCode();
    }
}
