package dev.byline.search;

import static dev.byline.given.Articles.article;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("GET /v1/search")
class PassagesTest extends ApiTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | running water | false | the <mark>waters</mark> were <mark>running</mark> again",
                "de | haus strasse | false | <mark>Häuser</mark> an der <mark>Straße</mark>",
                "en | wate | true | the <mark>waters</mark> were running again"
            })
    @DisplayName("shows passages from the midst of a text, as its language bends the words")
    void passages(String language, String q, String prefix, String passage) {
        label("sections", "News");
        String said = passage.replaceAll("</?mark>", "");
        article("Minutes of a meeting")
                .with("language", language)
                .with(
                        "body",
                        List.of(
                                Map.of(
                                        "type",
                                        "paragraph",
                                        "html",
                                        "Nobody came. ".repeat(30)
                                                + said
                                                + ". Nobody saw it.".repeat(30))))
                .published();

        reader().queryParam("q", q)
                .queryParam("prefix", prefix)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .body("items[0].highlights.body", contains(containsString(passage)));
    }
}
