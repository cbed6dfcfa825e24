package dev.byline.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
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
    // What integrators build from: renewed with each release, whose version it tells.
    private static final Path RELEASED = FOLDER.resolve("released");
    private static final Path ACTUAL = Path.of("target", "openapi");
    private static final String RENEW =
            "%s differs from what the server gives. Where that is meant: cp target/openapi/%s.json %s/,"
                    + " and tell of it in CHANGELOG.md";

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"content", "newsroom"})
    @DisplayName("are what the server gives, which breaks no client of the last release")
    void frozen(String name) throws Exception {
        ObjectNode document =
                (ObjectNode)
                        mapper.readTree(
                                reader().queryParam("format", "json")
                                        .get("/openapi/" + name)
                                        .asString());
        String version = document.at("/info/version").asText();
        // The build's own version is no part of the contract.
        ((ObjectNode) document.get("info")).put("version", "frozen");
        Path actual = ACTUAL.resolve(name + ".json");
        Files.createDirectories(ACTUAL);
        Files.writeString(
                actual,
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
        Path committed = FOLDER.resolve(name + ".json");

        assertThat(Files.readString(committed))
                .as(RENEW, committed, name, FOLDER)
                .isEqualTo(Files.readString(actual));
        unbroken(name, version, document);
    }

    private void unbroken(String name, String now, JsonNode document) throws IOException {
        JsonNode released = mapper.readTree(RELEASED.resolve(name + ".json").toFile());
        String before = released.at("/info/version").asText();
        if (major(now).equals(major(before))) {
            assertThat(BreakingChanges.between(released, document))
                    .as(
                            "%s would break clients of %s: undo that, or raise the major version of %s",
                            name, before, now)
                    .isEmpty();
        }
    }

    // Before 1.0 the second number counts (Semantic Versioning 2.0, 4).
    private static String major(String version) {
        String[] numbers = version.split("[.-]");
        return numbers[0].equals("0") ? numbers[0] + "." + numbers[1] : numbers[0];
    }
}
