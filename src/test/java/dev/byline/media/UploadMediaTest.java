package dev.byline.media;

import static dev.byline.given.Pictures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.ApiTest;
import dev.byline.given.Pictures;
import dev.byline.media.metadata.Embedded;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/media")
class UploadMediaTest extends MediaTest {

    @Test
    @DisplayName("takes a JPEG: 201 with all renditions, each there and with its credit inside")
    void created() throws Exception {
        Response made = upload(Pictures.jpeg(1300, 900, 1), credited());

        made.then()
                .statusCode(201)
                .header("Location", equalTo(PATH + "/" + made.path("id")))
                .header("ETag", equalTo("\"1\""))
                .body("kind", equalTo("image"))
                .body("width", equalTo(1300))
                .body("height", equalTo(900))
                .body("mimeType", equalTo("image/jpeg"))
                .body("fileName", equalTo("picture.jpg"))
                .body("alt", equalTo("A harbour at dusk"))
                .body("attribution.creditLine", equalTo("Jane Doe/Reuters"))
                .body("provenance.alt", equalTo("typed"))
                .body("placeholder.blurhash.length()", equalTo(28))
                .body("placeholder.color", matchesPattern("#[0-9a-f]{6}"))
                .body("visible", equalTo(false))
                .body("input", equalTo(credited()))
                .body("renditions.width", hasItems(160, 320, 640, 960, 1280))
                .body("renditions.width", not(hasItems(1920)))
                .body("renditions.mimeType", hasItems("image/jpeg", "image/webp"));
        List<Map<String, Object>> renditions = made.path("renditions");
        assertThat(files(made.path("id"))).hasSize(renditions.size() + 1);
        for (Map<String, Object> rendition : renditions) {
            byte[] file = ApiTest.reader().get((String) rendition.get("url")).asByteArray();
            assertThat(file).hasSize((Integer) rendition.get("bytes"));
            Path copy = Files.createTempFile("rendition", null);
            Files.write(copy, file);
            Embedded embedded = Embedded.read(copy);
            Files.delete(copy);
            assertThat(embedded.attribution().creators())
                    .extracting("name")
                    .containsExactly("Jane Doe");
        }
        assertThat(incoming()).isEmpty();
    }

    @Test
    @DisplayName("reads what the file says of itself, and says where it comes from")
    void embedded() throws Exception {
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/media/metadata/xmp.jpg"));

        upload(file)
                .then()
                .statusCode(201)
                .body("provenance.'attribution.creators'", equalTo("embedded"))
                .body("input", equalTo(Map.of()));
    }

    @Test
    @DisplayName("takes a picture without transparency as JPEG, one with it as PNG")
    void transparency() {
        upload(Pictures.translucentPng(400, 300), "p.png", "image/png")
                .then()
                .statusCode(201)
                .body("renditions.mimeType", hasItems("image/png", "image/webp"))
                .body("renditions.mimeType", not(hasItems("image/jpeg")));
    }

    @Test
    @DisplayName("answers 200 with the present item when the file is there already")
    void duplicate() {
        byte[] file = Pictures.jpeg(400, 300, 2);
        String id = uploaded(file, credited());
        long before = count();

        upload(file).then().statusCode(200).body("id", equalTo(id));
        upload(file, credited()).then().statusCode(200).body("id", equalTo(id));
        assertThat(count()).isEqualTo(before);
        newsroom().get(PATH).then().body("items.id", contains(id));
    }

    @Test
    @DisplayName("answers 409 naming the item when the same file comes with other metadata")
    void otherMetadata() {
        byte[] file = Pictures.jpeg(400, 300, 3);
        String id = uploaded(file, credited());

        upload(file, Map.of("alt", "Another text"))
                .then()
                .statusCode(409)
                .header("Location", equalTo(PATH + "/" + id))
                .body("code", equalTo("media-exists"))
                .body("detail", org.hamcrest.Matchers.containsString(id));
        newsroom().get(PATH + "/" + id).then().body("alt", equalTo("A harbour at dusk"));
    }

    @Test
    @DisplayName(
            "keeps apart what an agency delivered beside the file, until somebody writes over it")
    void agency() {
        Response reply =
                newsroom()
                        .multiPart("file", "p.jpg", Pictures.jpeg(400, 300, 77), "image/jpeg")
                        .multiPart(json("metadata", credited()))
                        .post(PATH + "?provenance=agency");
        reply.then()
                .statusCode(201)
                .body("provenance.alt", equalTo("agency"))
                .body("provenance.'attribution.source'", equalTo("agency"))
                .body("provenance.caption", nullValue());

        newsroom(Map.of("alt", "Our own words", "caption", "Ours as well"))
                .header("If-Match", reply.header("ETag"))
                .patch(PATH + "/" + reply.path("id"))
                .then()
                .statusCode(200)
                .body("provenance.alt", equalTo("typed"))
                .body("provenance.caption", equalTo("typed"))
                .body("provenance.'attribution.source'", equalTo("agency"));
        newsroom()
                .multiPart("file", "p.jpg", Pictures.jpeg(400, 300, 78), "image/jpeg")
                .post(PATH + "?provenance=rumour")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("provenance"));
    }

    @Test
    @DisplayName("refuses bad metadata with pointers, and keeps nothing")
    void badMetadata() {
        byte[] file = Pictures.jpeg(400, 300, 4);
        long before = count();

        upload(file, Map.of("focalPoint", Map.of("x", 2, "y", 0.5)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/focalPoint/x"));
        upload(file, Map.of("sha256", "00"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown-member"));
        upload(
                        file,
                        Map.of(
                                "rights",
                                Map.of(
                                        "validFrom",
                                        "2027-01-01T00:00:00Z",
                                        "validUntil",
                                        "2026-01-01T00:00:00Z")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/rights/validUntil"));
        newsroom()
                .multiPart("file", "p.jpg", file, "image/jpeg")
                .multiPart("metadata", "{", "application/json")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
        newsroom()
                .multiPart("metadata", "{}", "application/json")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/file"));
        assertNothingKept(before);
        newsroom().get(PATH).then().body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName("needs a key, and reads no file without one")
    void anonymous() {
        reader().multiPart("file", "p.jpg", Pictures.jpeg(400, 300, 5), "image/jpeg")
                .post(PATH)
                .then()
                .statusCode(401);
        assertThat(incoming()).isEmpty();
    }

    @Test
    @DisplayName(
            "replays the reply for the same Idempotency-Key, and refuses another file under it")
    void idempotent() {
        byte[] file = Pictures.jpeg(400, 300, 6);
        Response first = keyed("one", file, "a");
        first.then().statusCode(201);
        long before = count();

        keyed("one", file, "a").then().statusCode(201).body("id", equalTo(first.path("id")));
        keyed("one", Pictures.jpeg(400, 300, 7), "a")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        keyed("one", file, "b").then().statusCode(422);
        assertNothingKept(before);
    }

    private static Response keyed(String key, byte[] file, String alt) {
        return newsroom()
                .header("Idempotency-Key", key)
                .multiPart("file", "p.jpg", file, "image/jpeg")
                .multiPart(json("metadata", Map.of("alt", alt)))
                .post(PATH);
    }

    @Test
    @DisplayName("stores odd file names as text only")
    void names() throws Exception {
        String[] names = {
            "../../etc/passwd", "CON", "x".repeat(5000), "a\u202Egpj.exe", "\uD83D\uDCF7.jpg"
        };
        for (int i = 0; i < names.length; i++) {
            Response made = upload(Pictures.jpeg(200, 100, 20 + i), names[i], "image/jpeg");
            made.then().statusCode(201);
            String name = made.path("fileName");
            assertThat(name).doesNotContain("/", "\\", "\u202E").hasSizeLessThanOrEqualTo(200);
            newsroom()
                    .get(PATH + "/" + made.path("id") + "/original")
                    .then()
                    .statusCode(200)
                    .header(
                            "Content-Disposition",
                            matchesPattern(
                                    "attachment; filename=\"[A-Za-z0-9 ._-]*\"; filename\\*=UTF-8''[A-Za-z0-9%._-]+"));
        }
    }

    @Test
    @DisplayName("accepts JSON of 1 MB at most elsewhere")
    void jsonLimit() {
        newsroom(Map.of("headline", "x".repeat(1_100_000)))
                .post("/v1/newsroom/articles")
                .then()
                .statusCode(413);
        newsroom()
                .get("/v1/newsroom/media?kind=image,video&q=harbour")
                .then()
                .statusCode(200)
                .body("page.next", nullValue());
    }
}
