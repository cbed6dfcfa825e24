package dev.byline.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.given.ApiTest;
import dev.byline.given.Items;
import dev.byline.given.contract.ContractFilter;
import dev.byline.given.contract.Document.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Each operation of the newsroom")
class LostUpdateTest extends ApiTest {

    private static final String NEWSROOM = "/openapi/newsroom";
    private static final String VERSION = "If-Match";

    /** Writes that can't overwrite what their caller has not seen. */
    private static final Set<String> OF_NO_VERSION =
            Set.of(
                    // They make something.
                    "createArticle",
                    "createAuthor",
                    "createSection",
                    "createTag",
                    "createKey",
                    "uploadMedia",
                    "makePreviewLink",
                    "addCorrection",
                    // These end something that never changes otherwise, or give it another secret.
                    "withdrawCorrection",
                    "revokePreviewLink",
                    "revokeKey",
                    "revokeAllKeys",
                    "rotateKey",
                    // These judge each of many items as it is.
                    "decideAboutMany",
                    "undoKey",
                    // A search, with an address that is not to be in a URL.
                    "findCommenter");

    private static List<Operation> operations() {
        return ContractFilter.document(NEWSROOM).operations();
    }

    private static boolean takes(Operation operation, String name) {
        return ContractFilter.document(NEWSROOM).parameters(operation).stream()
                .anyMatch(parameter -> parameter.get("name").asText().equals(name));
    }

    /** With the body that the document has as an example. */
    private static Response send(
            RequestSpecification request, Operation operation, String address) {
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.has("application/json")) {
            request.contentType("application/json")
                    .body(content.get("application/json").get("example").toString());
        }
        return request.request(operation.method(), address);
    }

    @Test
    @DisplayName("that takes If-Match is 428 without it, and 412 with a version that is no more")
    void versions() {
        Items items = Items.made();
        List<Operation> versioned = operations().stream().filter(o -> takes(o, VERSION)).toList();
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : versioned) {
            String address = items.address(operation.path());
            all.assertThat(send(newsroom(), operation, address).statusCode())
                    .as("%s without If-Match", operation.id())
                    .isEqualTo(428);
            Response stale = send(newsroom().header(VERSION, "\"9999\""), operation, address);
            all.assertThat(stale.statusCode())
                    .as("%s with a former version", operation.id())
                    .isEqualTo(412);
            all.assertThat(stale.jsonPath().<Object>get("version"))
                    .as("the version told by %s", operation.id())
                    .isNotNull();
        }

        all.assertAll();
        assertThat(versioned).hasSizeGreaterThan(30);
    }

    @Test
    @DisplayName("that writes takes If-Match, but for those that overwrite nothing")
    void withoutVersion() {
        assertThat(operations())
                .filteredOn(operation -> !operation.method().equals("GET"))
                .filteredOn(operation -> !takes(operation, VERSION))
                .extracting(Operation::id)
                .containsExactlyInAnyOrderElementsOf(OF_NO_VERSION);
    }

    @Test
    @DisplayName("on an item is 404 where there is none")
    void unknown() {
        List<Operation> onItems =
                operations().stream()
                        .filter(operation -> operation.path().contains("{id}"))
                        .filter(operation -> operation.node().get("responses").has("404"))
                        .toList();
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : onItems) {
            String address =
                    operation
                            .path()
                            .replace("{n}", "1")
                            .replace("{other}", UUID.randomUUID().toString())
                            .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
            RequestSpecification request = newsroom();
            if (takes(operation, VERSION)) {
                request.header(VERSION, "*");
            }
            if (operation.id().equals("compareRevisions")) {
                request.queryParams(Map.of("from", 1, "to", 2));
            }
            all.assertThat(send(request, operation, address).statusCode())
                    .as("%s of what is not there", operation.id())
                    .isEqualTo(404);
        }

        all.assertAll();
        assertThat(onItems).hasSizeGreaterThan(50);
    }
}
