package dev.byline.comment.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The memory of who is refused")
class RefusedTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Refused refused = new Refused();

    @Test
    @DisplayName("forgets with time")
    void time() {
        refused.until("a", 1, NOW);
        refused.add("a", NOW.plusSeconds(5), NOW);

        assertThat(refused.until("a", 1, NOW)).contains(NOW.plusSeconds(5));
        assertThat(refused.until("b", 1, NOW)).isEmpty();
        assertThat(refused.until("a", 1, NOW.plusSeconds(5))).isEmpty();
        assertThat(refused.size()).isZero();
    }

    @Test
    @DisplayName("forgets when another quota is set")
    void quota() {
        refused.until("a", 1, NOW);
        refused.add("a", NOW.plusSeconds(5), NOW);

        assertThat(refused.until("a", 2, NOW)).isEmpty();
    }

    @Test
    @DisplayName("stays small under a million addresses")
    void bounded() {
        for (int i = 0; i < 1_000_000; i++) {
            refused.add(Integer.toString(i), NOW.plusSeconds(60), NOW);
        }

        assertThat(refused.size()).isEqualTo(10_000);
    }
}
