package dev.byline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.delivery.reply.Lifetime;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How long a public reply may live")
class LifetimesTest {

    private static Lifetimes lifetimes(Map<String, String> properties) {
        return new Lifetimes(
                new SmallRyeConfigBuilder()
                        .withMapping(DeliveryConfig.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withSources(new PropertiesConfigSource(properties, "test", 500))
                        .build()
                        .getConfigMapping(DeliveryConfig.class));
    }

    private static Lifetime of(Lifetimes lifetimes, String path) {
        return lifetimes.of(path, Cacheable.CONFIGURED);
    }

    @Test
    @DisplayName("is ten seconds everywhere by default")
    void byDefault() {
        for (String path : new String[] {"/v1/articles", "/v1/tags/x", "/v1/search"}) {
            assertThat(of(lifetimes(Map.of()), path)).isEqualTo(new Lifetime(10, -1, 0, 0));
        }
    }

    @Test
    @DisplayName("goes by what is read")
    void families() {
        Lifetimes lifetimes =
                lifetimes(
                        Map.of(
                                "byline.delivery.max-age.articles", "1s",
                                "byline.delivery.max-age.comments", "2s",
                                "byline.delivery.max-age.media", "3s",
                                "byline.delivery.max-age.labels", "4s",
                                "byline.delivery.max-age.search", "1m",
                                "byline.delivery.cdn-max-age", "1h",
                                "byline.delivery.stale-while-revalidate", "7s",
                                "byline.delivery.stale-if-error", "5m"));
        Map.of(
                        "/v1/articles", 1,
                        "/v1/articles/comments-on-media/related", 1,
                        "/v1/articles/a/comments", 2,
                        "/v1/comments/counts", 2,
                        "/v1/media/x/attribution", 3,
                        "/v1/authors", 4,
                        "/v1/sections/world", 4,
                        "/v1/search", 60)
                .forEach(
                        (path, seconds) ->
                                assertThat(of(lifetimes, path))
                                        .as(path)
                                        .isEqualTo(new Lifetime(seconds, 3600, 7, 300)));
        assertThat(lifetimes.of("/v1/changes", 1)).isEqualTo(new Lifetime(1, -1, 0, 0));
    }

    @Test
    @DisplayName("is never less than nothing")
    void refused() {
        assertThatThrownBy(() -> lifetimes(Map.of("byline.delivery.max-age.search", "-PT1S")))
                .hasMessageContaining("between nothing and a year");
        assertThatThrownBy(() -> lifetimes(Map.of("byline.delivery.cdn-max-age", "PT9999H")))
                .hasMessageContaining("between nothing and a year");
    }
}
