package dev.byline.related;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.given.ApiTest;
import dev.byline.given.DemoArticles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Measures automatic links against what a person would call related, over the demonstration
 * newsroom: of the first three links of each labelled article that are not neighbours in a series,
 * how many belong to its story.
 */
@QuarkusTest
@DisplayName("Automatic related links")
class RelatednessTest extends ApiTest {

    private static final Logger LOG = Logger.getLogger(RelatednessTest.class);
    private static final double PRECISION_AT_3 = 0.85;

    /** Numbers of demonstration articles that tell of one story. */
    private static final List<Set<String>> STORIES =
            List.of(
                    Set.of("01", "07", "10", "11", "12", "14"), // the flood in Eelmarket
                    Set.of("02", "09", "21", "23", "26"), // the harbour expansion
                    Set.of("04", "05", "06", "30"), // the Strait Cup
                    Set.of("02", "22", "28", "29"), // the assembly and its majority
                    Set.of("25", "26", "21", "23", "09")); // work at the port

    private final Map<String, String> numberById = new HashMap<>();
    private final Map<String, String> idByNumber = new HashMap<>();

    @BeforeEach
    void demonstrationNewsroom() throws IOException {
        DemoArticles.labels();
        Instant now = Instant.now();
        for (String file : DemoArticles.files()) {
            JsonNode demo = DemoArticles.read(file);
            if (demo.hasNonNull("published")) {
                publish(
                        file.substring(0, 2),
                        demo.get("article").toString(),
                        now.minus(Duration.parse(demo.at("/published/ago").asText())));
            }
        }
    }

    private void publish(String number, String input, Instant at) {
        Response draft = newsroom(input).post("/v1/newsroom/articles");
        draft.then().statusCode(201);
        String id = draft.path("id");
        newsroom(Map.of("at", at.toString()))
                .header("If-Match", draft.header("ETag"))
                .post("/v1/newsroom/articles/{id}/publish", id)
                .then()
                .statusCode(200);
        numberById.put(id, number);
        idByNumber.put(number, id);
    }

    @Test
    @DisplayName("lead to the same story in most of the first three places")
    void precision() {
        int right = 0;
        int all = 0;
        for (Set<String> story : STORIES) {
            for (String number : story) {
                List<String> links =
                        reader().queryParam("limit", 6)
                                .get("/v1/articles/{id}/related", idByNumber.get(number))
                                .path("items.findAll { it.rel == 'related' }.article.id");
                List<String> numbers = links.stream().limit(3).map(numberById::get).toList();
                long hits =
                        numbers.stream()
                                .filter(
                                        other ->
                                                STORIES.stream()
                                                        .anyMatch(
                                                                s ->
                                                                        s.contains(number)
                                                                                && s.contains(
                                                                                        other)))
                                .count();
                LOG.infof("related: %s -> %s, %d right", number, numbers, hits);
                right += (int) hits;
                all += 3;
            }
        }
        LOG.infof("related: precision at 3 is %.2f", (double) right / all);
        assertThat((double) right / all).isGreaterThanOrEqualTo(PRECISION_AT_3);
    }
}
