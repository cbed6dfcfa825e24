package dev.byline.given.quick;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control: what tests read quickly is what REST Assured would have read. */
@DisplayName("A plain path in a reply")
class GpathTest {

    private static final String JSON =
            """
            {"name": "a", "none": null, "big": 5000000000, "huge": 12345678901234567890, "yes": true,
             "items": [{"id": 1, "tags": [{"slug": "x"}, {"slug": "y"}]}, null, {"id": 2, "tags": []}],
             "empty": [], "deep": {"in": {"default": "z"}}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "name",
                "none",
                "missing",
                "big",
                "huge",
                "yes",
                "items",
                "items.id",
                "items[0]",
                "items[0].id",
                "items[2].tags",
                "items[9]",
                "items.tags",
                "items.tags.slug",
                "items[0].tags[1].slug",
                "items.missing",
                "deep.in.default",
                "deep.missing"
            })
    @DisplayName("leads to what Groovy finds there")
    void same(String path) {
        Object groovy = JsonPath.from(JSON).get(path);

        assertThat(Gpath.of(JSON).orElseThrow().at(path))
                .hasValueSatisfying(found -> assertThat(found.value()).isEqualTo(groovy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "items.size()",
                "items.find { it.id == 1 }.id",
                "items[-1]",
                "name.x",
                "none.x",
                "items[9].id",
                "name[0]",
                ".name",
                "items..id",
                "items.",
                "deep.'in'",
                "empty",
                "items[0]id"
            })
    @DisplayName("is left to Groovy where it is not plain")
    void other(String path) {
        assertThat(Gpath.of(JSON).orElseThrow().at(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1.5}", "{", "", "7", "text"})
    @DisplayName("is left to Groovy in what is no JSON, no list or object, or has fractions")
    void otherJson(String json) {
        assertThat(Gpath.of(json)).isEmpty();
    }
}
