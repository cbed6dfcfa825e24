package dev.byline.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("References to tags")
class ResolveTagsTest extends ApiTest {

    @Inject Tag.Repo tags;

    @Test
    @DisplayName("name them by id, slug or former slug, all in one statement")
    void resolves() {
        String id = newsroom(Map.of("name", "Old")).post("/v1/newsroom/tags").path("id");
        newsroom(Map.of("slug", "new"))
                .header("If-Match", "\"1\"")
                .patch("/v1/newsroom/tags/" + id);
        label("tags", "Other");
        label("sections", "Section");
        List<String> names =
                List.of(
                        "old",
                        "new",
                        id,
                        id.toUpperCase(),
                        "other",
                        "other",
                        "section",
                        "Bad '",
                        "");
        Map<String, String> found = new HashMap<>();

        long statements =
                statements(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () ->
                                                        tags.resolve(names)
                                                                .forEach(
                                                                        (name, tag) ->
                                                                                found.put(
                                                                                        name,
                                                                                        tag
                                                                                                .slug()))));

        assertThat(found)
                .containsOnly(
                        Map.entry("old", "new"),
                        Map.entry("new", "new"),
                        Map.entry(id, "new"),
                        Map.entry(id.toUpperCase(), "new"),
                        Map.entry("other", "other"));
        assertThat(statements).isEqualTo(1);
    }
}
