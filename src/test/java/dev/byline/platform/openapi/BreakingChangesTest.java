package dev.byline.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Breaking changes of a document")
class BreakingChangesTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    @DisplayName("are none between a document and itself, nor when something new is there")
    void none() throws Exception {
        String text = mapper.writeValueAsString(document());
        assertThat(BreakingChanges.between(document(), document())).isEmpty();
        assertThat(
                        BreakingChanges.between(
                                mapper.readTree(text),
                                mapper.readTree(
                                        text.replace(
                                                "\"kicker\":{",
                                                "\"added\":{\"type\":\"string\"},\"kicker\":{"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"/v1/changes\":|\"/v1/news\":|GET /v1/changes is gone",
                "\"operationId\":\"listArticles\"|\"operationId\":\"articles\"|operationId changed",
                "\"name\":\"section\",\"in\":\"query\"|\"name\":\"part\",\"in\":\"query\"|parameter \"section\" is gone",
                "\"maximum\":100,|\"maximum\":50,|maximum is 50 now",
                "\"headline\":{\"type\":\"string\"|\"headline\":{\"type\":\"integer\"|became \"integer\"",
            })
    @DisplayName("are told in words")
    void told(String old, String young, String words) throws Exception {
        String text = mapper.writeValueAsString(document());
        assertThat(text).contains(old);

        assertThat(
                        BreakingChanges.between(
                                mapper.readTree(text), mapper.readTree(text.replace(old, young))))
                .anyMatch(change -> change.contains(words));
    }

    private JsonNode document() throws Exception {
        return mapper.readTree(
                Path.of("src", "test", "resources", "openapi", "content.json").toFile());
    }
}
