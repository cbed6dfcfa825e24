package dev.byline.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.given.ApiTest;
import dev.byline.given.Callers;
import dev.byline.given.Items;
import dev.byline.given.Keys;
import dev.byline.given.contract.ContractFilter;
import dev.byline.given.contract.Document;
import dev.byline.given.contract.Document.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("Each operation of the document")
class EveryOperationTest extends ApiTest {

    /** What some need before they show anything. */
    private static final Map<String, Map<String, String>> NEEDED =
            Map.of(
                    "search", Map.of("q", "harbour"),
                    "listNewsroomComments", Map.of("state", "visible"));

    private static final Map<String, String> QUERIES =
            Map.of(
                    "listArticles", "harbour",
                    "listNewsroomArticles", "harbour",
                    "search", "harbour",
                    "listNewsroomMedia", "gate");

    /** Reasons are those of held comments: tested with them. */
    private static final Set<String> PAGING = Set.of("limit", "cursor", "total", "after", "reason");

    /** Theirs are tested where there is something to reply with. */
    private static final Set<String> OTHERWISE =
            Set.of("getRendition", "streamComments", "getPreview");

    private static List<Operation> operations(String address, String parameter) {
        Document document = ContractFilter.document(address);
        return document.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(
                        operation ->
                                document.parameters(operation).stream()
                                        .anyMatch(
                                                known ->
                                                        known.get("name")
                                                                .asText()
                                                                .equals(parameter)))
                .toList();
    }

    private static RequestSpecification request(Operation operation) {
        RequestSpecification request =
                operation.path().startsWith("/v1/newsroom/")
                        ? reader().header("Authorization", "Bearer " + Keys.ADMIN)
                        : reader();
        return request.queryParams(NEEDED.getOrDefault(operation.id(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/content", "/openapi/newsroom"})
    @DisplayName("that pages gives one item after the other, and counts them all")
    void pages(String document) {
        Items items = Items.made();
        Callers.key("writer");
        List<Operation> lists = operations(document, "cursor");
        for (Operation list : lists) {
            String address = items.address(list.path());
            Response first =
                    request(list).queryParams(Map.of("limit", 1, "total", true)).get(address);
            first.then().statusCode(200);
            assertThat(first.jsonPath().getInt("page.total"))
                    .as("all of %s", list.id())
                    .isGreaterThan(1);
            Response second =
                    request(list)
                            .queryParams(
                                    Map.of("limit", 1, "cursor", first.<String>path("page.next")))
                            .get(address);
            second.then().statusCode(200);
            assertThat(second.jsonPath().getList("items"))
                    .as("the second page of %s", list.id())
                    .hasSize(1)
                    .isNotEqualTo(first.jsonPath().getList("items"));
        }
        assertThat(lists).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/content", "/openapi/newsroom"})
    @DisplayName("that lists takes each of its filters alone, and finds what it names")
    void filters(String address) {
        Items items = Items.made();
        Document document = ContractFilter.document(address);
        int tried = 0;
        for (Operation list : operations(address, "limit")) {
            for (JsonNode parameter : document.parameters(list)) {
                String name = parameter.get("name").asText();
                if (!parameter.get("in").asText().equals("query") || PAGING.contains(name)) {
                    continue;
                }
                for (String value : values(items, list, document.resolve(parameter))) {
                    Map<String, String> query =
                            new HashMap<>(NEEDED.getOrDefault(list.id(), Map.of()));
                    query.put(name, value);
                    Response found =
                            reader().header("Authorization", "Bearer " + Keys.ADMIN)
                                    .queryParams(query)
                                    .get(items.address(list.path()));
                    assertThat(found.statusCode()).as("%s ?%s", list.id(), name).isEqualTo(200);
                    assertThat(found.jsonPath().getList("items"))
                            .as("%s ?%s=%s", list.id(), name, value)
                            .isNotEmpty();
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
    }

    private static List<String> values(Items items, Operation list, JsonNode parameter) {
        String name = parameter.get("name").asText();
        if (name.equals("sort") || name.equals("view")) {
            List<String> values = new ArrayList<>();
            parameter.at("/schema/enum").forEach(value -> values.add(value.asText()));
            values.remove("relevance");
            return values;
        }
        boolean comments = list.id().equals("listNewsroomComments");
        return List.of(
                switch (name) {
                    case "author", "section", "tag" -> "news";
                    case "language" -> "en";
                    case "from" -> "2000-01-01T00:00:00Z";
                    case "to" -> "2999-01-01T00:00:00Z";
                    case "ids", "item" -> items.id("articles");
                    case "article" -> items.slug("articles");
                    case "commenter" -> items.id("commenters");
                    case "type" -> list.id().contains("Tags") ? "topic" : "story";
                    case "state" -> comments ? "visible" : "published";
                    case "fields" -> list.id().contains("Media") ? "attribution" : "headline";
                    case "q" -> QUERIES.getOrDefault(list.id(), "news");
                    case "kind" -> "image";
                    case "what" -> "createArticle";
                    case "who" -> newsroom().get("/v1/newsroom/me").path("id");
                    case "outcome" -> "done";
                    case "prefix" -> "true";
                    default -> throw new AssertionError("no value for " + name);
                });
    }

    @Test
    @DisplayName("that readers may keep is 304 while it has not changed")
    void kept() {
        Items items = Items.made();
        List<Operation> kept = operations("/openapi/content", "If-None-Match");
        for (Operation operation : kept) {
            if (OTHERWISE.contains(operation.id())) {
                continue;
            }
            String address = items.address(operation.path());
            if (operation.id().equals("countComments")) {
                address += "?articles=" + items.slug("articles");
            }
            Response reply = request(operation).get(address);
            reply.then().statusCode(200);
            request(operation)
                    .header("If-None-Match", reply.header("ETag"))
                    .get(address)
                    .then()
                    .statusCode(304);
        }
        assertThat(kept).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/content", "/openapi/newsroom"})
    @DisplayName("is 400 with a parameter that it does not have")
    void unknownParameter(String document) {
        SoftAssertions all = new SoftAssertions();
        List<Operation> operations = ContractFilter.document(document).operations();
        for (Operation operation : operations) {
            RequestSpecification request = request(operation).queryParam("colour", "red");
            JsonNode body = operation.node().at("/requestBody/content/application~1json/example");
            if (!body.isMissingNode()) {
                request.contentType("application/json").body(body.toString());
            } else if (operation.id().equals("uploadMedia")) {
                request.multiPart("file", "a.txt", new byte[] {1});
            }
            String address =
                    operation.path().replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
            Response refused = request.request(operation.method(), address);
            all.assertThat(refused.statusCode()).as(operation.id()).isEqualTo(400);
            all.assertThat(refused.jsonPath().getList("errors.parameter"))
                    .as(operation.id())
                    .contains("colour");
        }

        all.assertAll();
        assertThat(operations).hasSizeGreaterThan(25);
    }
}
