package dev.byline.attack;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.attack.Corpus.Case;
import dev.byline.given.ApiTest;
import dev.byline.given.Fingerprint;
import dev.byline.given.Keys;
import dev.byline.given.Replies;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Every newsroom address that takes JSON")
class BrokenJsonTest extends ApiTest {

    private static final String NEWSROOM = "/v1/newsroom/";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject DataSource database;

    @Test
    @DisplayName("answers 400 to each case of the corpus, and writes nothing")
    void corpus() throws Exception {
        List<Target> targets = targets();
        List<Case> cases = Corpus.cases();
        assertThat(cases).hasSizeGreaterThan(100);
        String before = Fingerprint.of(database);
        for (Target target : targets) {
            for (Case bad : cases) {
                // Without a body these publish now, as they say they do
                boolean none = new String(bad.body()).isBlank() || bad.name().equals("y_null");
                if (!(target.path().endsWith("publish") && none)) {
                    check(target, bad);
                }
            }
        }
        assertThat(Fingerprint.of(database)).isEqualTo(before);
    }

    private void check(Target target, Case bad) throws Exception {
        String what = target + " " + bad;
        long start = System.nanoTime();
        HttpResponse<String> reply = client.send(target.with(bad.body()), BodyHandlers.ofString());
        long ms = (System.nanoTime() - start) / 1_000_000;
        assertThat(reply.statusCode()).as(what + "\n" + reply.body()).isEqualTo(400);
        assertThat(ms).as(what).isLessThan(2000);
        assertThat(Replies.json(reply.body()).path("code").asText())
                .as(what + "\n" + reply.body())
                .isIn(bad.json() ? List.of("invalid-request") : both());
        assertThat(reply.body())
                .as(what)
                .doesNotContain("Exception", "fasterxml", "java.", "dev.byline");
    }

    private static List<String> both() {
        return List.of("invalid-request", "malformed-json");
    }

    private static List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        label("sections", "News");
        for (String kind : List.of("sections", "tags", "authors")) {
            targets.add(new Target("POST", NEWSROOM + kind, null));
            String id =
                    newsroom(Map.of("name", "Old"))
                            .post(NEWSROOM + kind)
                            .then()
                            .extract()
                            .path("id");
            targets.add(new Target("PUT", NEWSROOM + kind + "/" + id, "\"1\""));
            targets.add(new Target("PATCH", NEWSROOM + kind + "/" + id, "\"1\""));
        }
        var article = article("Old").draft();
        targets.add(new Target("POST", NEWSROOM + "articles", null));
        targets.add(new Target("PUT", NEWSROOM + "articles/" + article.id(), article.etag()));
        targets.add(new Target("PATCH", NEWSROOM + "articles/" + article.id(), article.etag()));
        targets.add(
                new Target(
                        "POST",
                        NEWSROOM + "articles/" + article.id() + "/publish",
                        article.etag()));
        targets.add(new Target("POST", NEWSROOM + "keys", null));
        return targets;
    }

    private record Target(String method, String path, String version) {

        HttpRequest with(byte[] body) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + RestAssured.port + path))
                            .header("Authorization", "Bearer " + Keys.ADMIN)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
            if (version != null) {
                request.header("If-Match", version);
            }
            return request.build();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
