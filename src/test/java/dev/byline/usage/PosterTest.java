package dev.byline.usage;

import static dev.byline.given.Articles.article;
import static dev.byline.given.Photo.picture;
import static dev.byline.given.Pictures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.given.ApiTest;
import dev.byline.given.Photo;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.File;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A video's poster")
class PosterTest extends ApiTest {

    private static final String MEDIA = "/v1/newsroom/media";
    private static final Map<String, Object> CREDIT =
            Map.of("creators", List.of(Map.of("name", "Jo")), "copyrightNotice", "© Jo");

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    private static Response upload(String poster) {
        return newsroom()
                .multiPart("file", new File("src/test/resources/media/metadata/xmp.mp4"))
                .multiPart(json("metadata", Map.of("attribution", CREDIT, "poster", poster)))
                .post(MEDIA);
    }

    private static String video(String poster) {
        Response made = upload(poster);
        made.then()
                .statusCode(201)
                .body("poster.id", equalTo(poster))
                .body("input.poster", equalTo(poster));
        return made.path("id");
    }

    private static Response change(String video, Object poster) {
        return newsroom(Collections.singletonMap("poster", poster))
                .header("If-Match", "*")
                .patch(MEDIA + "/" + video);
    }

    private static String story(String video) {
        return article("Film").with("leadMedia", Map.of("media", video)).published().id();
    }

    @Test
    @DisplayName("is shown with its credit wherever the video is, and to readers once that is")
    void shown() {
        String poster = picture("A gate, closed").uploaded();
        String video = video(poster);
        read("/v1/media/" + poster).then().statusCode(404);
        read("/v1/articles/film").then().statusCode(404);

        String article = story(video);

        for (String at :
                List.of(
                        "/v1/articles/film leadMedia.media.",
                        "/v1/articles items[0].leadMedia.media.",
                        "/v1/articles/film/media items[0].",
                        "/v1/media/" + video + " ")) {
            String[] where = at.split(" ", 2);
            read(where[0])
                    .then()
                    .statusCode(200)
                    .body(where[1] + "kind", equalTo("video"))
                    .body(where[1] + "poster.id", equalTo(poster))
                    .body(where[1] + "poster.kind", equalTo("image"))
                    .body(where[1] + "poster.alt", equalTo("A gate, closed"))
                    .body(
                            where[1] + "poster.attribution.creditLine",
                            equalTo("Ilse Tamboer/Sound Agency"));
        }
        Response own = read("/v1/media/" + poster);
        own.then().statusCode(200).body("poster", nullValue());
        read(own.<String>path("renditions[0].url"))
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"));

        newsroom().header("If-Match", "*").post("/v1/newsroom/articles/" + article + "/unpublish");
        read("/v1/media/" + poster).then().statusCode(404);
    }

    @Test
    @DisplayName("can be changed and taken away, and readers see so at once")
    void changed() {
        String first = picture("First").uploaded();
        String second = picture("Second").uploaded();
        String video = video(first);
        story(video);
        read("/v1/articles/film").then().body("leadMedia.media.poster.alt", equalTo("First"));
        read("/v1/media/" + first).then().statusCode(200);
        read("/v1/media/" + second).then().statusCode(404);

        change(video, second).then().statusCode(200).body("poster.id", equalTo(second));

        read("/v1/articles/film").then().body("leadMedia.media.poster.alt", equalTo("Second"));
        read("/v1/media/" + first).then().statusCode(404);
        read("/v1/media/" + second).then().statusCode(200);

        newsroom(Map.of("alt", "The second"))
                .header("If-Match", "*")
                .patch(MEDIA + "/" + second)
                .then()
                .statusCode(200);
        read("/v1/articles/film").then().body("leadMedia.media.poster.alt", equalTo("The second"));

        change(video, null).then().statusCode(200).body("poster", nullValue());
        read("/v1/articles/film").then().body("leadMedia.media.poster", nullValue());
        read("/v1/media/" + second).then().statusCode(404);
    }

    @Test
    @DisplayName("appears in the log of changes, and vanishes from it, with the video")
    void logged() {
        String poster = picture("A gate").uploaded();
        String video = video(poster);
        String article = story(video);
        assertThat(last(poster)).isEqualTo("upsert");

        change(video, null);
        assertThat(last(poster)).isEqualTo("gone");

        change(video, poster);
        assertThat(last(poster)).isEqualTo("upsert");

        newsroom().header("If-Match", "*").post("/v1/newsroom/articles/" + article + "/unpublish");
        assertThat(last(poster)).isEqualTo("gone");
    }

    private static String last(String id) {
        List<Map<String, Object>> all = read("/v1/changes?limit=100").path("items");
        return all.stream()
                .filter(row -> id.equals(row.get("id")))
                .reduce((one, later) -> later)
                .map(row -> (String) row.get("op"))
                .orElse(null);
    }

    @Test
    @DisplayName("costs no statement more")
    void statements() {
        String video = video(picture("A gate").uploaded());
        story(video);
        long with = statements(() -> read("/v1/articles/film"));
        change(video, null);
        assertThat(statements(() -> read("/v1/articles/film"))).isEqualTo(with);
    }

    @Test
    @DisplayName("is named without files once its rights have lapsed, and no copy outlives them")
    void withheld() throws Exception {
        Photo limited =
                picture("A gate")
                        .with(
                                "rights",
                                Map.of("validUntil", Instant.now().plusSeconds(20).toString()));
        String video = video(limited.uploaded());
        story(video);
        String control = read("/v1/articles/film").header("Cache-Control");
        assertThat(Integer.parseInt(control.replaceAll(".*max-age=(\\d+).*", "$1")))
                .isLessThanOrEqualTo(20);

        sql(
                "update media set valid_until = now() - interval '1 second' where valid_until is not null");
        read("/v1/articles/film")
                .then()
                .body("leadMedia.media.poster.withheld", equalTo("rights-expired"))
                .body("leadMedia.media.poster.renditions", hasSize(0))
                .body("leadMedia.media.renditions", hasSize(1));

        sql("update media set valid_until = now() - interval '1 second' where kind = 'VIDEO'");
        read("/v1/articles/film")
                .then()
                .body("leadMedia.media.withheld", equalTo("rights-expired"))
                .body("leadMedia.media.poster", nullValue());
    }

    @Test
    @DisplayName("is a use of the picture, which can't be deleted meanwhile")
    void used() {
        String poster = picture("A gate").uploaded();
        String video = video(poster);
        newsroom()
                .get(MEDIA + "/{id}/usage", poster)
                .then()
                .body("items", hasSize(1))
                .body("items[0].video.id", equalTo(video))
                .body("items[0].article", nullValue())
                .body("items[0].roles", contains("poster"))
                .body("items[0].published", equalTo(false));
        story(video);
        newsroom()
                .get(MEDIA + "/{id}/usage", poster)
                .then()
                .body("items.published", contains(true));

        newsroom()
                .header("If-Match", "*")
                .delete(MEDIA + "/{id}", poster)
                .then()
                .statusCode(409)
                .body("code", equalTo("in-use"));
    }

    @Test
    @DisplayName("must have its credit and its terms before the video is published")
    void credited() {
        String poster = picture("A gate").without("attribution").uploaded();
        var film = article("Film").with("leadMedia", Map.of("media", video(poster))).draft();
        newsroom(Map.of())
                .header("If-Match", "*")
                .post("/v1/newsroom/articles/" + film.id() + "/publish")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-publishable"))
                .body("errors.pointer", hasItem("/leadMedia/media"))
                .body("errors.code", contains("missing-credit", "missing-rights"))
                .body("errors.detail", hasItem(startsWith("has a poster that names neither")));
    }

    @Test
    @DisplayName("must be a picture, and of a video")
    void refused() {
        String picture = picture("A gate").uploaded();
        String video = video(picture);
        for (String wrong : List.of("nonsense", "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55")) {
            change(video, wrong)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/poster"))
                    .body("errors[0].code", equalTo("unknown-reference"));
        }
        change(video, video).then().statusCode(400).body("errors[0].code", equalTo("wrong-type"));
        change(picture, picture)
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("is for a video alone"));
        newsroom().get(MEDIA + "/" + video).then().body("poster.id", equalTo(picture));
    }
}
