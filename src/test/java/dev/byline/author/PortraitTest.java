package dev.byline.author;

import static dev.byline.given.Articles.article;
import static dev.byline.given.Photo.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.File;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("An author's portrait")
class PortraitTest extends ApiTest {

    private static final String AUTHORS = "/v1/newsroom/authors";

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    private static Response author(String portrait) {
        Response made =
                newsroom(Map.of("slug", "jane", "name", "Jane Doe", "portrait", portrait))
                        .post(AUTHORS);
        made.then().statusCode(201);
        return made;
    }

    private static void story() {
        article("Story").with("authors", List.of(Map.of("author", "jane"))).published();
    }

    @Test
    @DisplayName("is shown with its credit and its files, to readers once an article is")
    void shown() {
        String id = picture("Jane, smiling").uploaded();
        Response made = author(id);
        made.then()
                .body("portrait.alt", equalTo("Jane, smiling"))
                .body("input.portrait", equalTo(id));
        String file = made.path("portrait.renditions[0].url");
        read("/v1/media/" + id).then().statusCode(404);
        read(file).then().header("Cache-Control", equalTo("private, no-store"));
        read("/v1/authors/jane").then().statusCode(404);

        story();

        for (String path : List.of("/v1/authors/jane", "/v1/authors")) {
            String at = path.endsWith("jane") ? "" : "items[0].";
            read(path)
                    .then()
                    .statusCode(200)
                    .body(at + "portrait.id", equalTo(id))
                    .body(at + "portrait.kind", equalTo("image"))
                    .body(
                            at + "portrait.attribution.creditLine",
                            equalTo("Ilse Tamboer/Sound Agency"))
                    .body(at + "portrait.renditions[0].url", equalTo(file));
        }
        read("/v1/media/" + id).then().statusCode(200);
        read(file).then().statusCode(200).header("Cache-Control", startsWith("public"));
    }

    @Test
    @DisplayName("costs a list of authors one statement more, however many there are")
    void statements() {
        for (int i = 0; i < 5; i++) {
            String slug = label("authors", "Author " + i);
            article("By " + i).with("authors", List.of(Map.of("author", slug))).published();
        }
        long without = statements(() -> read("/v1/authors"));
        List<String> ids = newsroom().get(AUTHORS).path("items.id");
        ids.forEach(id -> patch(id, picture("Of " + id).uploaded()).then().statusCode(200));

        assertThat(statements(() -> read("/v1/authors"))).isEqualTo(without + 1);
        read("/v1/authors").then().body("items.portrait.alt", hasSize(5));
    }

    private static Response patch(String author, String portrait) {
        return newsroom(Collections.singletonMap("portrait", portrait))
                .header("If-Match", "*")
                .patch(AUTHORS + "/" + author);
    }

    @Test
    @DisplayName("is named without files once its rights have lapsed, and no copy outlives them")
    void withheld() throws Exception {
        String id =
                picture("Jane")
                        .with(
                                "rights",
                                Map.of("validUntil", Instant.now().plusSeconds(20).toString()))
                        .uploaded();
        author(id);
        story();
        String control = read("/v1/authors/jane").header("Cache-Control");
        assertThat(Integer.parseInt(control.replaceAll(".*max-age=(\\d+).*", "$1")))
                .isLessThanOrEqualTo(20);

        sql("update media set valid_until = now() - interval '1 second'");

        read("/v1/authors/jane")
                .then()
                .body("portrait.withheld", equalTo("rights-expired"))
                .body("portrait.renditions", hasSize(0));
    }

    @Test
    @DisplayName("is a use of the media item, which can't be deleted meanwhile")
    void used() {
        String id = picture("Jane").uploaded();
        String author = author(id).path("id");
        Response usage = newsroom().get("/v1/newsroom/media/{id}/usage", id);
        usage.then()
                .body("items", hasSize(1))
                .body("items[0].author.slug", equalTo("jane"))
                .body("items[0].article", nullValue())
                .body("items[0].roles", contains("portrait"))
                .body("items[0].published", equalTo(false));
        story();
        article("Led").with("leadMedia", Map.of("media", id)).draft();
        newsroom()
                .queryParam("total", true)
                .get("/v1/newsroom/media/{id}/usage", id)
                .then()
                .body("items.roles", contains(List.of("lead"), List.of("portrait")))
                .body("items.published", contains(false, true))
                .body("page.total", equalTo(2));

        newsroom()
                .header("If-Match", "*")
                .delete("/v1/newsroom/media/{id}", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("in-use"));

        patch(author, null).then().statusCode(200).body("portrait", nullValue());
        newsroom()
                .get("/v1/newsroom/media/{id}/usage", id)
                .then()
                .body("items.roles", contains(List.of("lead")));
        read("/v1/media/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55"})
    @DisplayName("must be a media item")
    void unknown(String portrait) {
        newsroom(Map.of("name", "Jane", "portrait", portrait))
                .post(AUTHORS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/portrait"))
                .body("errors[0].code", equalTo("unknown-reference"));
    }

    @Test
    @DisplayName("must be a picture")
    void document() {
        String id =
                newsroom()
                        .multiPart("file", new File("src/test/resources/media/metadata/xmp.pdf"))
                        .post("/v1/newsroom/media")
                        .path("id");
        assertThat(UUID.fromString(id)).isNotNull();
        newsroom(Map.of("name", "Jane", "portrait", id))
                .post(AUTHORS)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("wrong-type"));
    }
}
