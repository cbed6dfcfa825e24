package dev.byline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.byline.demo.DemoThreads.Saying;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The demonstration newspaper's readers")
class DemoThreadsTest {

    private static final File FOLDER = new File("src/main/resources/demo");

    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    @DisplayName("speak after the article, before now, and after whom they answer")
    void times() throws IOException {
        DemoThreads.Thread[] threads =
                mapper.readValue(new File(FOLDER, "comments.json"), DemoThreads.Thread[].class);

        assertThat(threads).hasSizeGreaterThan(5);
        for (DemoThreads.Thread thread : threads) {
            JsonNode article = mapper.readTree(new File(FOLDER, "articles/" + thread.article()));
            Duration age = Duration.parse(article.at("/published/ago").asText());
            assertThat(article.at("/article/comments/policy").asText()).isNotEqualTo("closed");
            ordered(thread.comments(), Duration.ZERO, age);
        }
    }

    private static void ordered(List<Saying> sayings, Duration from, Duration to) {
        for (Saying saying : sayings) {
            assertThat(saying.after()).as(saying.text()).isBetween(from, to);
            assertThat(saying.name()).isNotBlank();
            ordered(saying.replies() == null ? List.of() : saying.replies(), saying.after(), to);
        }
    }
}
