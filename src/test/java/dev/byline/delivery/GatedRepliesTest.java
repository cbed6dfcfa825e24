package dev.byline.delivery;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.delivery.cache.CacheSwitch;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Photo;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A gate that passes by the clock")
class GatedRepliesTest extends ApiTest {

    private static final String LIST = "/v1/articles";

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    private static Instant soon() {
        return Instant.now().plusMillis(1500).truncatedTo(ChronoUnit.MILLIS);
    }

    // The copies are asked for all the time until then: they must be there, and go.
    private static void until(Instant gate, String... addresses) throws InterruptedException {
        while (Instant.now().isBefore(gate.minusMillis(300))) {
            List.of(addresses).forEach(Wire::get);
            assertThat(addresses).allMatch(CacheSwitch::holds);
            Thread.sleep(20);
        }
        while (Instant.now().isBefore(gate.plusMillis(5))) {
            List.of(addresses).forEach(Wire::get);
        }
    }

    @Test
    @DisplayName("brings a scheduled article into the lists, and ends its 404, at that instant")
    void schedule() throws Exception {
        Saved draft = article("Budget passed").draft();
        Instant at = soon();
        newsroom(Map.of("at", at.toString()))
                .header("If-Match", draft.etag())
                .post("/v1/newsroom/articles/" + draft.id() + "/schedule")
                .then()
                .statusCode(200);
        String item = "/v1/articles/" + draft.slug();
        assertThat(Wire.get(LIST).text()).doesNotContain("Budget");
        assertThat(Wire.get(item).status()).isEqualTo(404);

        until(at, LIST, item, "/v1/sections/news");

        assertThat(Wire.get(LIST).text()).contains("Budget passed");
        assertThat(Wire.get(item).status()).isEqualTo(200);
        assertThat(Wire.get("/v1/sections/news").text()).contains("\"articleCount\":1");
    }

    @Test
    @DisplayName("takes an expired article out of them")
    void expiry() throws Exception {
        Saved draft = article("Two days only").draft();
        Instant at = soon();
        draft.publish(Map.of("expiresAt", at.toString()));
        String item = "/v1/articles/" + draft.slug();

        until(at, LIST, item);

        assertThat(Wire.get(LIST).text()).doesNotContain("Two days");
        assertThat(Wire.get(item).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("withholds a picture whose rights end")
    void rights() throws Exception {
        Instant at = soon();
        String media =
                Photo.picture("A gate")
                        .with("rights", Map.of("validUntil", at.toString()))
                        .uploaded();
        Saved shown = article("Gate").with("leadMedia", Map.of("media", media)).published();
        String item = "/v1/articles/" + shown.slug();
        assertThat(Wire.get(item).text()).contains("renditions").doesNotContain("withheld");

        until(at, LIST, item);

        assertThat(Wire.get(item).text()).contains("withheld");
        assertThat(Wire.get(LIST).text()).contains("withheld");
    }

    @Test
    @DisplayName("shows in max-age when the reply tells of it, and never for what is hidden")
    void announcesNothing() {
        article("Plain").published();
        String before = Wire.get(LIST).header("Cache-Control");
        Saved hidden = article("Hidden").draft();
        newsroom(Map.of("at", Instant.now().plusSeconds(4).toString()))
                .header("If-Match", hidden.etag())
                .post("/v1/newsroom/articles/" + hidden.id() + "/schedule")
                .then()
                .statusCode(200);
        article("Embargoed")
                .draft()
                .publish(Map.of("embargoUntil", Instant.now().plusSeconds(4).toString()));
        Photo.picture("Unused")
                .with("rights", Map.of("validUntil", Instant.now().plusSeconds(4).toString()))
                .uploaded();
        for (int i = 0; i < 2; i++) {
            assertThat(Wire.get(LIST).header("Cache-Control"))
                    .isEqualTo(before)
                    .isEqualTo("public, max-age=10");
            assertThat(Wire.get("/v1/articles/" + hidden.slug()).header("Cache-Control"))
                    .isEqualTo("public, max-age=5");
        }

        Saved closing =
                article("Closing")
                        .with(
                                "comments",
                                Map.of(
                                        "policy",
                                        "open",
                                        "closesAt",
                                        Instant.now().plusSeconds(5).toString()))
                        .published();
        String item = "/v1/articles/" + closing.slug();
        assertThat(seconds(item)).isBetween(2L, 5L);
        assertThat(seconds(item)).isBetween(2L, 5L);
    }

    private static long seconds(String address) {
        String told = Wire.get(address).header("Cache-Control");
        return Duration.ofSeconds(Long.parseLong(told.replace("public, max-age=", ""))).toSeconds();
    }
}
