package dev.byline.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.given.Pictures;
import dev.byline.given.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("GET /v1/media/{id}/renditions/{file}")
class GetRenditionTest extends MediaTest {

    private static String url(Response media, String mimeType) {
        return media.path("renditions.find { it.mimeType == '%s' }.url".formatted(mimeType));
    }

    @Test
    @DisplayName(
            "sends the bytes: private while no visible article uses it, for a year when one does")
    void bytes() throws Exception {
        Response media = upload(Pictures.jpeg(400, 300, 101));
        String url = url(media, "image/jpeg");

        reader().get(url)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"));
        use(media.path("id"));
        Response reply = reader().get(url);

        reply.then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .header("ETag", matchesPattern("\"[0-9a-f]{40}\\.jpg\""))
                .header("Accept-Ranges", equalTo("bytes"))
                .header("Content-Disposition", startsWith("inline"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        assertThat(Pictures.read(reply.asByteArray()).getWidth()).isLessThanOrEqualTo(400);
    }

    @Test
    @DisplayName("answers HEAD, 304, 206 and 416")
    void conditional() {
        Response media = upload(Pictures.jpeg(400, 300, 102));
        String url = url(media, "image/jpeg");
        byte[] all = reader().get(url).asByteArray();
        String etag = reader().get(url).header("ETag");

        reader().head(url)
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo(String.valueOf(all.length)))
                .header("ETag", equalTo(etag));
        assertThat(reader().head(url).asByteArray()).isEmpty();
        Response unchanged = reader().header("If-None-Match", etag).get(url);
        unchanged.then().statusCode(304).header("ETag", equalTo(etag));
        assertThat(unchanged.asByteArray()).isEmpty();
        Response part = reader().header("Range", "bytes=10-19").get(url);
        part.then()
                .statusCode(206)
                .header("Content-Range", equalTo("bytes 10-19/" + all.length))
                .header("Content-Length", equalTo("10"));
        assertThat(part.asByteArray()).isEqualTo(java.util.Arrays.copyOfRange(all, 10, 20));
        assertThat(reader().header("Range", "bytes=-7").get(url).asByteArray()).hasSize(7);
        reader().header("Range", "bytes=0-1")
                .header("If-Range", "\"other\"")
                .get(url)
                .then()
                .statusCode(200);
        reader().header("Range", "bytes=0-1,5-6").get(url).then().statusCode(200);
        reader().header("Range", "bytes=999999999-")
                .get(url)
                .then()
                .statusCode(416)
                .header("Content-Range", equalTo("bytes */" + all.length))
                .body("code", equalTo("range-not-satisfiable"));
    }

    @Test
    @DisplayName("is 410 outside the time of its rights, and no copy outlives them")
    void rights() throws Exception {
        Response media =
                upload(
                        Pictures.jpeg(400, 300, 103),
                        Map.of("rights", Map.of("validUntil", "2126-01-01T00:00:00Z")));
        String url = url(media, "image/jpeg");
        String id = media.path("id");
        use(id);

        reader().get(url)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000"));
        sql(
                "update media set valid_until = now() + interval '100 seconds' where id = '%s'"
                        .formatted(id));
        assertThat(reader().get(url).header("Cache-Control"))
                .matches("public, max-age=(9[0-9]|100)");
        reader().get("/v1/media/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=10"));
        sql(
                "update media set valid_until = now() + interval '4 seconds' where id = '%s'"
                        .formatted(id));
        assertThat(reader().get("/v1/media/" + id).header("Cache-Control"))
                .matches("public, max-age=[0-4]");
        sql("update media set valid_until = now() where id = '%s'".formatted(id));
        reader().get(url).then().statusCode(410).body("code", equalTo("rights-expired"));
        reader().head(url).then().statusCode(410);
        sql(
                "update media set valid_until = null, valid_from = now() + interval '1 hour' where id = '%s'"
                        .formatted(id));
        reader().get(url).then().statusCode(410);
    }

    @Test
    @DisplayName(
            "leads from replaced names to present ones, with the new credit inside the same pixels")
    void replaced() throws Exception {
        Response media = upload(Pictures.jpeg(400, 300, 104), credited());
        String id = media.path("id");
        String url = url(media, "image/jpeg");
        byte[] before = reader().get(url).asByteArray();

        Response changed =
                newsroom(Map.of("attribution", Map.of("source", "AP")))
                        .header("If-Match", "\"1\"")
                        .patch(PATH + "/" + id);

        changed.then().statusCode(200).header("ETag", equalTo("\"2\""));
        String present = url(changed, "image/jpeg");
        assertThat(present).isNotEqualTo(url);
        reader().redirects()
                .follow(false)
                .get(url)
                .then()
                .statusCode(308)
                .header("Location", equalTo(present));
        byte[] after = reader().get(present).asByteArray();
        assertThat(new String(after, java.nio.charset.StandardCharsets.UTF_8))
                .contains("Jane Doe/AP");
        assertThat(new String(after, java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Reuters");
        var pixelsBefore = Pictures.read(before);
        var pixelsAfter = Pictures.read(after);
        for (int x = 0; x < pixelsBefore.getWidth(); x++) {
            assertThat(pixelsAfter.getRGB(x, 50)).isEqualTo(pixelsBefore.getRGB(x, 50));
        }
        List<Object> renditions = changed.path("renditions");
        assertThat(files(id)).hasSize(renditions.size() + 1);
        newsroom(Map.of("attribution", Map.of("source", "dpa")))
                .header("If-Match", "\"2\"")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200);
        reader().redirects().follow(false).get(url).then().statusCode(308);
    }

    @Test
    @DisplayName("makes new crops around another focal point, and leaves the whole pictures alone")
    void recropped() {
        Response media = upload(Pictures.jpeg(1600, 400, 105));
        List<String> before = media.path("renditions.url");

        Response changed =
                newsroom(Map.of("focalPoint", Map.of("x", 0.19, "y", 0.2)))
                        .header("If-Match", "\"1\"")
                        .patch(PATH + "/" + media.path("id"));

        changed.then().statusCode(200);
        List<String> after = changed.path("renditions.url");
        assertThat(after).hasSameSizeAs(before);
        assertThat(before.stream().filter(url -> url.contains("/w") && !url.contains("wide")))
                .allMatch(after::contains);
        assertThat(before.stream().filter(url -> url.contains("square")))
                .isNotEmpty()
                .noneMatch(after::contains);
        String square =
                after.stream()
                        .filter(url -> url.contains("square160") && url.endsWith(".jpg"))
                        .findFirst()
                        .orElseThrow();
        int middle = Pictures.read(reader().get(square).asByteArray()).getRGB(80, 30);
        assertThat(middle >> 16 & 0xFF).isGreaterThan(230);
        assertThat(middle & 0xFF).isLessThan(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2f..%2f..%2fsecret-key",
                "%2e%2e/secret",
                "....//secret",
                "..%5c..%5csecret",
                "w160.jpg",
                "%00",
                "%C0%AE%C0%AE%C0%AFsecret",
                "original",
                "w160-0000000000000000000000000000000000000000.jpg"
            })
    @DisplayName("is 404 for every name that is none of the item's")
    void traversal(String name) throws Exception {
        Response media = upload(Pictures.jpeg(200, 150, 106));
        Files.writeString(TestDatabase.DATA.resolve("media").resolve("secret"), "CANARY");

        Response reply =
                RestAssured.given()
                        .urlEncodingEnabled(false)
                        .get("/v1/media/" + media.path("id") + "/renditions/" + name);

        assertThat(reply.statusCode()).isIn(400, 404);
        assertThat(reply.asString()).doesNotContain("CANARY");
        Files.delete(TestDatabase.DATA.resolve("media").resolve("secret"));
    }

    @Test
    @DisplayName("is one statement")
    void statements() {
        String url = url(upload(Pictures.jpeg(200, 150, 107)), "image/jpeg");

        assertThat(statements(() -> reader().get(url).then().statusCode(200))).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "sends a PDF as an attachment and a video in place, without what it tells of its maker")
    void documents() throws Exception {
        byte[] pdf = Files.readAllBytes(Path.of("src/test/resources/media/metadata/xmp.pdf"));
        byte[] mp4 = Files.readAllBytes(Path.of("src/test/resources/media/metadata/xmp.mp4"));

        Response document = upload(pdf, "a.pdf", "application/pdf");
        Response video = upload(mp4, "a.mp4", "video/mp4");

        document.then()
                .statusCode(201)
                .body("kind", equalTo("document"))
                .body("renditions.size()", equalTo(1))
                .body("width", nullValue());
        reader().get(document.<String>path("renditions[0].url"))
                .then()
                .contentType("application/pdf")
                .header("Content-Disposition", startsWith("attachment"));
        assertThat(
                        new String(
                                reader().get(document.<String>path("renditions[0].url"))
                                        .asByteArray(),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Tamboer")
                .contains("%%EOF");
        assertThat(newsroom().get(PATH + "/" + document.path("id") + "/original").asByteArray())
                .isEqualTo(pdf);
        video.then().statusCode(201).body("kind", equalTo("video"));
        byte[] served = reader().get(video.<String>path("renditions[0].url")).asByteArray();
        assertThat(served).hasSameSizeAs(mp4);
        assertThat(new String(served, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("<x:xmpmeta");
        assertThat(newsroom().get(PATH + "/" + video.path("id") + "/original").asByteArray())
                .isEqualTo(mp4);
    }
}
