package dev.byline.media;

import static dev.byline.given.Pictures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import dev.byline.given.TestDatabase;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Words for tests of media. */
abstract class MediaTest extends ApiTest {

    static final String PATH = "/v1/newsroom/media";
    static final Path DIRECTORY = TestDatabase.DATA.resolve("media");

    static Response upload(byte[] file) {
        return upload(file, "picture.jpg", "image/jpeg");
    }

    static Response upload(byte[] file, String name, String type) {
        return newsroom().multiPart("file", name, file, type).post(PATH);
    }

    static Response upload(byte[] file, Map<String, ?> metadata) {
        return newsroom()
                .multiPart("file", "picture.jpg", file, "image/jpeg")
                .multiPart(json("metadata", metadata))
                .post(PATH);
    }

    static String uploaded(byte[] file, Map<String, ?> metadata) {
        return upload(file, metadata).then().statusCode(201).extract().path("id");
    }

    static Map<String, Object> credited() {
        return Map.of(
                "alt",
                "A harbour at dusk",
                "attribution",
                Map.of(
                        "creators",
                        List.of(Map.of("name", "Jane Doe")),
                        "source",
                        "Reuters",
                        "copyrightNotice",
                        "© 2026 Jane Doe"));
    }

    /** Makes a visible article use it. */
    void use(String media) throws Exception {
        UUID article = UUID.randomUUID();
        UUID edition = UUID.randomUUID();
        sql(
                """
                insert into edition (id, article_id, slug, type, headline, labels, related_policy, body, plain_text, word_count,
                                     reading_minutes, input)
                values ('%s', '%s', 's', 'STORY', 'h', '[]', 'AUTO', '[]', '', 0, 0, '{}')"""
                        .formatted(edition, article));
        sql(
                """
                insert into article (id, version, state, slug, type, live_id, working_id, first_published_at, published_at,
                                     updated_at, created_at, created_by, saved_at, saved_by)
                values ('%1$s', 1, 'PUBLISHED', 's', 'STORY', '%2$s', '%2$s', now(), now(), now(), now(), 'key:x', now(), 'key:x')"""
                        .formatted(article, edition));
        sql(
                """
                insert into shelf (label_id, article_id, edition_id, published_at, updated_at)
                values ('00000000-0000-0000-0000-000000000000', '%s', '%s', now(), now())"""
                        .formatted(article, edition));
        sql(
                "insert into edition_media (edition_id, position, media_id, role) values ('%s', 0, '%s', 'lead')"
                        .formatted(edition, media));
    }

    static List<String> files(String media) {
        try (var all = Files.walk(DIRECTORY)) {
            return all.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(path -> path.contains(media))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What was sent and not deleted; the server deletes it when the reply has gone. */
    static List<String> incoming() {
        List<String> left;
        long end = System.nanoTime() + 5_000_000_000L;
        do {
            try (var all = Files.list(DIRECTORY.resolve("incoming"))) {
                left = all.map(Path::toString).toList();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        } while (!left.isEmpty() && System.nanoTime() < end);
        return left;
    }

    static void assertNothingKept(long filesBefore) {
        // What was sent goes a moment after the reply.
        assertThat(incoming()).isEmpty();
        assertThat(count()).isEqualTo(filesBefore);
    }

    static long count() {
        try (var all = Files.walk(DIRECTORY)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
