package dev.byline.delivery.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What others are told of a reply's life")
class LifetimeTest {

    private static final long NO_END = Long.MAX_VALUE;

    private static Map<String, String> told(Lifetime lifetime, long left) {
        Map<String, String> headers = new TreeMap<>();
        lifetime.tell(left, lifetime.usual(), headers::put);
        return headers;
    }

    @Test
    @DisplayName("is max-age alone, unless there is more to tell")
    void plain() {
        assertThat(told(new Lifetime(10, -1, 0, 0), NO_END))
                .isEqualTo(Map.of("Cache-Control", "public, max-age=10"));
        assertThat(told(Lifetime.UNSAID, NO_END)).isEmpty();
    }

    @Test
    @DisplayName("is another thing for caches that are purged")
    void cdn() {
        assertThat(told(new Lifetime(10, 60, 5, 0), NO_END))
                .isEqualTo(
                        Map.of(
                                "Cache-Control", "public, max-age=10, stale-while-revalidate=5",
                                "CDN-Cache-Control", "public, max-age=60, stale-while-revalidate=5",
                                "Surrogate-Control", "max-age=60, stale-while-revalidate=5"));
    }

    @Test
    @DisplayName("ends where the reply itself ends, stale or not, for all")
    void end() {
        assertThat(told(new Lifetime(10, 60, 5, 0), 12))
                .containsEntry("Cache-Control", "public, max-age=10, stale-while-revalidate=2")
                .containsEntry("CDN-Cache-Control", "public, max-age=12");
        assertThat(told(new Lifetime(10, 60, 5, 0), 0))
                .containsEntry("Cache-Control", "public, max-age=0")
                .containsEntry("Surrogate-Control", "max-age=0");
    }

    @Test
    @DisplayName("goes on where nobody answers, but not past the reply's own end")
    void error() {
        assertThat(told(new Lifetime(10, 60, 5, 300), NO_END))
                .containsEntry(
                        "Cache-Control",
                        "public, max-age=10, stale-while-revalidate=5, stale-if-error=300")
                .containsEntry(
                        "Surrogate-Control",
                        "max-age=60, stale-while-revalidate=5, stale-if-error=300");
        assertThat(told(new Lifetime(10, 60, 0, 300), 70))
                .containsEntry("Cache-Control", "public, max-age=10, stale-if-error=60")
                .containsEntry("CDN-Cache-Control", "public, max-age=60, stale-if-error=10");
    }
}
