package dev.byline.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What integrators rely on changes on purpose only: the documents are committed. */
@QuarkusTest
@DisplayName("The committed documents")
class FrozenDocumentsTest extends ApiTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "openapi");
    private static final Path ACTUAL = Path.of("target", "openapi");
    private static final String RENEW =
            "%s differs from what the server gives. Where that is meant: cp target/openapi/%s.json %s/,"
                    + " and tell of it in CHANGELOG.md";

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"content", "newsroom"})
    @DisplayName("are what the server gives")
    void frozen(String name) throws Exception {
        ObjectNode document =
                (ObjectNode)
                        mapper.readTree(
                                reader().queryParam("format", "json")
                                        .get("/openapi/" + name)
                                        .asString());
        // The build's own version is no part of the contract.
        ((ObjectNode) document.get("info")).put("version", "frozen");
        Path actual = ACTUAL.resolve(name + ".json");
        Files.createDirectories(ACTUAL);
        Files.writeString(
                actual,
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
        Path committed = FOLDER.resolve(name + ".json");
        JsonNode frozen = mapper.readTree(committed.toFile());

        assertThat(BreakingChanges.between(frozen, document))
                .as("breaking changes of %s, for which the major version must rise", name)
                .isEmpty();
        assertThat(Files.readString(committed))
                .as(RENEW, committed, name, FOLDER)
                .isEqualTo(Files.readString(actual));
    }
}
