package dev.byline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.delivery.cache.CacheSwitch;
import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A reply, in the metrics")
class MeasuredRepliesTest extends ApiTest {

    private static final Pattern COUNT =
            Pattern.compile(
                    "http_server_requests_seconds_count\\{[^}]*method=\"GET\"[^}]*status=\"200\""
                            + "[^}]*uri=\"/v1/sections/\\{section}\"[^}]*} ([0-9.]+)");

    private static String metrics() {
        return newsroom().get("/q/metrics").asString();
    }

    private static double replies() {
        Matcher count = COUNT.matcher(metrics());
        return count.find() ? Double.parseDouble(count.group(1)) : 0;
    }

    @Test
    @DisplayName("counts for its operation, kept or made, not for its own address")
    void template() {
        label("sections", "World news");
        double before = replies();
        Wire.get("/v1/sections/world-news");
        assertThat(CacheSwitch.holds("/v1/sections/world-news")).isTrue();
        Wire.get("/v1/sections/world-news");
        Wire.get("/v1/sections/world-news", "Origin", "https://reader.example");

        assertThat(replies() - before).isEqualTo(3);
        assertThat(metrics()).doesNotContain("uri=\"/v1/sections/world-news\"");
    }
}
