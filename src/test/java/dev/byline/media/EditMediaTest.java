package dev.byline.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("/v1/newsroom/media/{id}")
class EditMediaTest extends MediaTest {

    private static RequestSpecification as(String key) {
        return reader().header("Authorization", "Bearer " + key);
    }

    private static String key(String role) {
        return newsroom(Map.of("name", role, "roles", List.of(role)))
                .post("/v1/newsroom/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    @Test
    @DisplayName("PUT of an unchanged input changes nothing")
    void unchanged() {
        Response made = upload(Pictures.jpeg(300, 200, 301), credited());

        newsroom(made.<Map<String, Object>>path("input"))
                .header("If-Match", "\"1\"")
                .put(PATH + "/" + made.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("renditions.url", equalTo(made.path("renditions.url")));
    }

    @Test
    @DisplayName("PATCH without a change of credit leaves every address as it is")
    void keywords() {
        Response made = upload(Pictures.jpeg(300, 200, 302), credited());

        newsroom(
                        Map.of(
                                "keywords",
                                List.of("harbour"),
                                "rights",
                                Map.of("territories", List.of("GB"))))
                .header("If-Match", "\"1\"")
                .patch(PATH + "/" + made.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("keywords", contains("harbour"))
                .body("provenance.keywords", equalTo("typed"))
                .body("renditions.url", equalTo(made.path("renditions.url")));
    }

    @Test
    @DisplayName("PATCH clears by null, and needs a fresh version")
    void versions() {
        String id = uploaded(Pictures.jpeg(300, 200, 303), credited());

        newsroom(Map.of("alt", "x")).patch(PATH + "/" + id).then().statusCode(428);
        newsroom(Map.of("alt", "x"))
                .header("If-Match", "\"7\"")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(412)
                .body("version", equalTo(1));
        newsroom()
                .contentType(ContentType.JSON)
                .body("{\"alt\":null}")
                .header("If-Match", "\"1\"")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("alt", nullValue());
        newsroom(Map.of("rights", Map.of("territories", List.of("everywhere"))))
                .header("If-Match", "\"2\"")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/rights/territories/0"));
    }

    @Test
    @DisplayName("DELETE takes row and files, but nothing that an article uses")
    void deleted() throws Exception {
        String used = uploaded(Pictures.jpeg(300, 200, 304), credited());
        String unused = uploaded(Pictures.jpeg(300, 200, 305), credited());
        use(used);

        newsroom()
                .header("If-Match", "\"1\"")
                .delete(PATH + "/" + used)
                .then()
                .statusCode(409)
                .body("code", equalTo("in-use"));
        assertThat(files(used)).isNotEmpty();
        newsroom().header("If-Match", "\"1\"").delete(PATH + "/" + unused).then().statusCode(204);
        assertThat(files(unused)).isEmpty();
        newsroom().get(PATH + "/" + unused).then().statusCode(404);
        upload(Pictures.jpeg(300, 200, 305)).then().statusCode(201);
    }

    @Test
    @DisplayName("A writer reads all media, but changes and downloads only their own")
    void writers() {
        String theirs = uploaded(Pictures.jpeg(300, 200, 306), credited());
        String writer = key("writer");
        Response own =
                as(writer)
                        .multiPart("file", "p.jpg", Pictures.jpeg(300, 200, 307), "image/jpeg")
                        .post(PATH);

        own.then().statusCode(201);
        as(writer).get(PATH + "/" + theirs).then().statusCode(200);
        as(writer).get(PATH + "/" + theirs + "/original").then().statusCode(403);
        as(writer).get(PATH + "/" + own.path("id") + "/original").then().statusCode(200);
        as(writer)
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(Map.of("alt", "x"))
                .patch(PATH + "/" + theirs)
                .then()
                .statusCode(403);
        as(writer).header("If-Match", "\"1\"").delete(PATH + "/" + theirs).then().statusCode(403);
        as(writer)
                .header("If-Match", "\"1\"")
                .delete(PATH + "/" + own.path("id"))
                .then()
                .statusCode(204);
        as(key("moderator")).get(PATH).then().statusCode(403);
        reader().get(PATH).then().statusCode(401);
        reader().get(PATH + "/" + theirs + "/original").then().statusCode(401);
    }

    @Test
    @DisplayName("The list is the latest first, by kind and words")
    void list() {
        String first = uploaded(Pictures.jpeg(300, 200, 308), Map.of("alt", "An orchard"));
        String second = uploaded(Pictures.jpeg(300, 200, 309), credited());

        newsroom().get(PATH).then().body("items.id", contains(second, first));
        newsroom().get(PATH + "?q=orchard").then().body("items.id", contains(first));
        newsroom().get(PATH + "?q=reuters&total=true").then().body("page.total", equalTo(1));
        newsroom().get(PATH + "?kind=video").then().body("items", empty());
        newsroom().get(PATH + "?kind=film").then().statusCode(400);
        Response page = newsroom().get(PATH + "?limit=1");
        newsroom()
                .get(PATH + "?limit=1&cursor=" + page.path("page.next"))
                .then()
                .body("items.id", contains(first))
                .body("page.next", nullValue());
        assertThat(statements(() -> newsroom().get(PATH).then().statusCode(200)))
                .isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("GET …/original is the untouched file")
    void original() {
        byte[] file = Pictures.jpeg(300, 200, 310);
        String id = uploaded(file, credited());

        Response reply = newsroom().get(PATH + "/" + id + "/original");

        reply.then().statusCode(200).contentType("image/jpeg");
        assertThat(reply.asByteArray()).isEqualTo(file);
    }
}
