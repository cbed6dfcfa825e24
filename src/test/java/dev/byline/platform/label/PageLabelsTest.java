package dev.byline.platform.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lists of sections, tags and authors have in common. */
@QuarkusTest
@DisplayName("GET /v1/newsroom/sections, tags, authors")
class PageLabelsTest extends ApiTest {

    private static Response list(String kind, String... parameters) {
        var request = newsroom();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/newsroom/" + kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("go forward and back over all items once, in the order of slugs")
    void pages(String kind) {
        List<String> all = IntStream.range(10, 17).mapToObj(i -> label(kind, "N " + i)).toList();
        List<String> forward = new ArrayList<>();
        Response page = list(kind, "limit", "3", "total", "true");
        page.then().body("page.prev", nullValue()).body("page.total", equalTo(7));
        forward.addAll(page.path("items.slug"));
        while (page.path("page.next") != null) {
            page = list(kind, "limit", "3", "cursor", page.path("page.next"));
            forward.addAll(page.path("items.slug"));
        }
        List<String> back = new ArrayList<>(page.<List<String>>path("items.slug"));
        while (page.path("page.prev") != null) {
            page = list(kind, "limit", "3", "cursor", page.path("page.prev"));
            back.addAll(0, page.path("items.slug"));
        }

        assertThat(forward).isEqualTo(all);
        assertThat(back).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("name no page that is gone")
    void nothingBefore(String kind) {
        label(kind, "A");
        label(kind, "B");
        String next = list(kind, "limit", "1").path("page.next");
        String a = list(kind, "q", "a").path("items[0].id");
        newsroom().header("If-Match", "\"1\"").delete("/v1/newsroom/" + kind + "/" + a);

        list(kind, "limit", "1", "cursor", next)
                .then()
                .body("items.slug", contains("b"))
                .body("page.prev", nullValue())
                .body("page.next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName(
            "?q finds by the beginning of the name, whatever the case, and nothing by wildcards")
    void prefix(String kind) {
        label(kind, "Élan 100%");
        label(kind, "Under_score");
        label(kind, "O'Neill \\ Sons");
        label(kind, "İstanbul");

        list(kind, "q", "İst").then().body("items.name", contains("İstanbul"));
        list(kind, "q", "éLAN").then().body("items.name", contains("Élan 100%"));
        list(kind, "q", "under_").then().body("items.name", contains("Under_score"));
        list(kind, "q", "o'neill \\").then().body("items.name", contains("O'Neill \\ Sons"));
        for (String none :
                List.of(
                        "%",
                        "_",
                        "%lan",
                        "u%",
                        "\\",
                        "' or '1'='1",
                        "score",
                        "élan 100_",
                        "';drop table tag;--",
                        "\") or 1=1 --",
                        "${7*7}",
                        "{{7*7}}",
                        "*",
                        ":*")) {
            list(kind, "q", none, "total", "true")
                    .then()
                    .statusCode(200)
                    .body("items", empty())
                    .body("page.total", equalTo(0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "q, x{101}, out-of-range",
        "q, '', malformed",
        "limit, 0, malformed",
        "limit, 101, out-of-range",
        "limit, 1e1, malformed",
        "cursor, abc, malformed",
        "total, yes, malformed",
        "sort, slug, unknown",
        "offset, 1, unknown",
        "name[$gt], x, unknown"
    })
    @DisplayName("refuse parameters that are too long, malformed or unknown, and name them")
    void parameters(String name, String value, String code) {
        String given = value.equals("x{101}") ? "x".repeat(101) : value;
        for (String kind : List.of("sections", "tags", "authors")) {
            list(kind, name, given)
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", contains(name))
                    .body("errors.code", contains(code));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("take a cursor only of the same list with the same filters, unchanged")
    void cursors(String kind) {
        label(kind, "North");
        label(kind, "Norway");
        String cursor = list(kind, "limit", "1", "q", "n").path("page.next");

        list(kind, "limit", "50", "q", "n", "cursor", cursor).then().statusCode(200);
        list(kind, "cursor", cursor).then().statusCode(400);
        list(kind, "cursor", cursor, "q", "no").then().statusCode(400);
        String other = kind.equals("tags") ? "authors" : "tags";
        list(other, "cursor", cursor, "q", "n").then().statusCode(400);
        for (int i = 0; i < cursor.length(); i++) {
            char changed = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String forged = cursor.substring(0, i) + changed + cursor.substring(i + 1);
            list(kind, "q", "n", "cursor", forged).then().statusCode(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("take one statement for the first page and two for others, whatever their length")
    void statements(String kind) {
        IntStream.range(10, 40).forEach(i -> label(kind, "N " + i));
        String next = list(kind).path("page.next");
        // The key is looked up by a statement of its own.
        long key = statements(() -> newsroom().get("/v1/newsroom/me"));

        assertThat(statements(() -> list(kind)) - key).isEqualTo(1);
        assertThat(statements(() -> list(kind, "limit", "100")) - key).isEqualTo(1);
        assertThat(statements(() -> list(kind, "cursor", next)) - key).isEqualTo(2);
    }
}
