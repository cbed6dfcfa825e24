package dev.byline.platform.label;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sections, tags and authors have in common. */
@QuarkusTest
@DisplayName("POST, PUT, PATCH and DELETE /v1/newsroom/sections, tags, authors")
class WriteLabelsTest extends ApiTest {

    private static Response create(String kind, Map<String, ?> input) {
        return newsroom(input).post("/v1/newsroom/" + kind);
    }

    private static Response put(String kind, String id, String ifMatch, Object input) {
        return newsroom(input).header("If-Match", ifMatch).put("/v1/newsroom/" + kind + "/" + id);
    }

    private static Response patch(String kind, String id, String ifMatch, Object patch) {
        return newsroom(patch).header("If-Match", ifMatch).patch("/v1/newsroom/" + kind + "/" + id);
    }

    private static Response get(String kind, String id) {
        return newsroom().get("/v1/newsroom/" + kind + "/" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("POST answers 201 with Location, ETag and the write record as input")
    void creates(String kind) {
        Response reply = create(kind, Map.of("name", "  Çevre & Şehir "));

        reply.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", equalTo("/v1/newsroom/" + kind + "/" + reply.path("id")))
                .body("slug", equalTo("cevre-sehir"))
                .body("name", equalTo("Çevre & Şehir"))
                .body("version", equalTo(1))
                .body("articleCount", equalTo(0))
                .body("createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"))
                .body("input.slug", equalTo("cevre-sehir"))
                .body("input.name", equalTo("Çevre & Şehir"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName(
            "POST of a name already used takes the next free slug, of a slug already used is 409")
    void slugs(String kind) {
        create(kind, Map.of("name", "Harbour"));

        create(kind, Map.of("name", "Harbour")).then().body("slug", equalTo("harbour-2"));
        create(kind, Map.of("name", "Other", "slug", "harbour"))
                .then()
                .statusCode(409)
                .body("code", equalTo("slug-taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("POST of a name that can't be spelt in ASCII still finds a slug")
    void unspeakable(String kind) {
        create(kind, Map.of("name", "😀"))
                .then()
                .statusCode(201)
                .body("slug", equalTo(kind.substring(0, kind.length() - 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("POST tells all flaws at once, with pointers")
    void invalid(String kind) {
        create(kind, Map.of("slug", "Not a slug", "name", "x\ny".repeat(200)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/slug"))
                .body("errors.findAll { it.pointer == '/name' }.size()", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("POST refuses slugs shaped like ids, endless ones and those with an override mark")
    void oddSlugs(String kind) {
        List.of(
                        "01890000-0000-7000-8000-000000000000",
                        "a-".repeat(100_000) + "a",
                        "abc\u202Edef",
                        "abc\n",
                        "-a",
                        "a--b",
                        "")
                .forEach(
                        slug ->
                                create(kind, Map.of("name", "N", "slug", slug))
                                        .then()
                                        .statusCode(400)
                                        .body("errors[0].pointer", equalTo("/slug")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("POST refuses members that only the server sets")
    void massAssignment(String kind) {
        for (String member :
                List.of(
                        "id",
                        "version",
                        "createdAt",
                        "articleCount",
                        "class",
                        "@type",
                        "__proto__")) {
            create(kind, Map.of("name", "N", member, "1"))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + member))
                    .body("errors[0].code", equalTo("unknown-member"));
        }
        newsroom()
                .get("/v1/newsroom/" + kind + "?total=true")
                .then()
                .body("page.total", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("PUT of the unchanged input changes nothing, not even the version")
    void unchanged(String kind) {
        Response made = create(kind, Map.of("name", "Harbour"));
        String id = made.path("id");

        put(kind, id, "\"1\"", made.path("input"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1));
        patch(kind, id, "\"1\"", Map.of()).then().statusCode(200).header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("PATCH changes what it names and nothing else")
    void patches(String kind) {
        String id = create(kind, Map.of("name", "Harbour", "slug", "harbour")).path("id");

        patch(kind, id, "\"1\"", Map.of("name", "The Harbour"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("The Harbour"))
                .body("slug", equalTo("harbour"));
        Map<String, Object> nameless = new HashMap<>();
        nameless.put("name", null);
        patch(kind, id, "\"2\"", nameless)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
        for (Object bad : List.of(List.of("x"), Map.of("x", 1), 1, true)) {
            patch(kind, id, "\"2\"", Map.of("name", bad)).then().statusCode(400);
        }
        get(kind, id).then().header("ETag", "\"2\"").body("name", equalTo("The Harbour"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("Changes without If-Match are 428, of an old version 412 with the present one")
    void versions(String kind) {
        String id = create(kind, Map.of("name", "Harbour")).path("id");
        patch(kind, id, "\"1\"", Map.of("name", "Port"));
        String path = "/v1/newsroom/" + kind + "/" + id;

        newsroom(Map.of("name", "X")).put(path).then().statusCode(428);
        newsroom(Map.of("name", "X")).patch(path).then().statusCode(428);
        newsroom().delete(path).then().statusCode(428);
        put(kind, id, "\"1\"", Map.of("name", "X"))
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"))
                .body("version", equalTo(2));
        newsroom().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        get(kind, id).then().statusCode(200).body("name", equalTo("Port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("Of eight writers at once one wins, the others get 412 with its version")
    void together(String kind) {
        String id = create(kind, Map.of("name", "Harbour")).path("id");

        List<Integer> statuses =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(n -> patch(kind, id, "\"1\"", Map.of("name", "Writer " + n)))
                        .map(Response::statusCode)
                        .sorted()
                        .toList();

        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        get(kind, id).then().header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("Eight that create the same name at once get eight slugs")
    void createdTogether(String kind) {
        List<String> slugs =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(n -> create(kind, Map.of("name", "Harbour")))
                        .map(reply -> (String) reply.path("slug"))
                        .toList();

        assertThat(slugs).doesNotContainNull().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("A former slug stays taken for others and can be taken back by its owner")
    void renames(String kind) {
        String id = create(kind, Map.of("name", "Harbour")).path("id");

        patch(kind, id, "\"1\"", Map.of("slug", "port")).then().body("slug", equalTo("port"));
        create(kind, Map.of("name", "N", "slug", "harbour")).then().statusCode(409);
        create(kind, Map.of("name", "Harbour")).then().body("slug", equalTo("harbour-2"));
        patch(kind, id, "\"2\"", Map.of("slug", "harbour")).then().body("slug", equalTo("harbour"));
        patch(kind, id, "\"3\"", Map.of("slug", "harbour-2")).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("DELETE of an unused one is 204 and frees its slug; in use it is 409")
    void deletes(String kind) {
        label("sections", "News");
        String slug = label(kind, "Harbour");
        String id = newsroom().get("/v1/newsroom/" + kind + "?q=harbour").path("items[0].id");
        var draft = article("Draft");
        Labels.reference(kind, slug).forEach(draft::with);
        var saved = draft.draft();
        String path = "/v1/newsroom/" + kind + "/" + id;

        newsroom()
                .header("If-Match", "\"1\"")
                .delete(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("in-use"));
        newsroom().header("If-Match", saved.etag()).delete("/v1/newsroom/articles/" + saved.id());
        newsroom().header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        get(kind, id).then().statusCode(404);
        newsroom().header("If-Match", "\"1\"").delete(path).then().statusCode(404);
        create(kind, Map.of("name", "N", "slug", "harbour")).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "authors"})
    @DisplayName("GET of what is no id is 404")
    void noId(String kind) {
        get(kind, "harbour").then().statusCode(404).body("errors", nullValue());
        get(kind, "1-1-1-1-1").then().statusCode(404);
    }
}
