package dev.byline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.media.metadata.CreditLine;
import dev.byline.media.metadata.Embedded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pictures of the demonstration newspaper")
class DemoPicturesTest {

    private static final Path DEMO = Path.of("src/main/resources/demo");

    @Test
    @DisplayName("say in the file all that publishing asks for")
    void complete() throws IOException {
        for (Path file : files()) {
            Embedded embedded = Embedded.read(file);
            assertThat(embedded.alt()).as(file.toString()).startsWith("Illustration: ");
            assertThat(embedded.caption()).isNotBlank();
            assertThat(embedded.headline()).isNotBlank();
            assertThat(CreditLine.of(embedded.attribution()))
                    .isEqualTo("Drawing Desk/Varnholt Tideline");
            assertThat(embedded.attribution().licence().name()).isEqualTo("CC0 1.0");
            assertThat(embedded.attribution().digitalSourceType()).endsWith("/algorithmicMedia");
        }
    }

    @Test
    @DisplayName("are those that can be drawn, those that are brought in, and those that are used")
    void used() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Set<String> drawn =
                DrawPictures.PICTURES.stream()
                        .map(picture -> picture.name() + ".jpg")
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> brought = new TreeSet<>();
        for (JsonNode name :
                mapper.readTree(DEMO.resolve("newsroom.json").toFile()).get("pictures")) {
            brought.add(name.asText());
        }
        Set<String> used = new TreeSet<>();
        try (Stream<Path> articles = Files.list(DEMO.resolve("articles"))) {
            for (Path article : articles.toList()) {
                mapper.readTree(article.toFile())
                        .findValues("media")
                        .forEach(name -> used.add(name.asText()));
            }
        }
        assertThat(brought).isEqualTo(drawn).isEqualTo(used);
        assertThat(files()).hasSameSizeAs(drawn);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(DEMO.resolve("pictures"))) {
            return files.sorted().toList();
        }
    }
}
