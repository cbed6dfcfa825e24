package dev.byline.delivery.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.delivery.cache.Trust.Verdict;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Copies")
class TrustTest {

    private static final long NOON = 1_800_000_000_000_000L;

    private final Trust trust = new Trust(new SmallCache());

    private void heardBefore(long millis) {
        long then = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(millis);
        trust.heard(then, then, NOON);
    }

    @Test
    @DisplayName("are not served before the database was heard, nor when it falls silent")
    void lease() {
        assertThat(trust.verdict()).isEqualTo(Verdict.NONE);
        heardBefore(0);
        assertThat(trust.verdict()).isEqualTo(Verdict.FRESH);
        heardBefore(4000);
        assertThat(trust.verdict()).isEqualTo(Verdict.NONE);
    }

    @Test
    @DisplayName("are not served between the loss of the listener and its return")
    void lost() {
        heardBefore(0);
        trust.lost();
        assertThat(trust.verdict()).isEqualTo(Verdict.NONE);
        heardBefore(0);
        assertThat(trust.verdict()).isEqualTo(Verdict.FRESH);
    }

    @Test
    @DisplayName("are served for five minutes while nobody answers at the database's address")
    void outage() {
        heardBefore(60_000);
        trust.lost();
        trust.down();
        assertThat(trust.verdict()).isEqualTo(Verdict.OUTAGE);
        heardBefore(301_000);
        trust.down();
        assertThat(trust.verdict()).isEqualTo(Verdict.NONE);
    }

    @Test
    @DisplayName("are not served from a gate on, in an outage neither")
    void gate() {
        trust.gate(NOON + 500_000);
        trust.gate(NOON + 900_000);
        heardBefore(0);
        assertThat(trust.verdict()).isEqualTo(Verdict.FRESH);
        assertThat(trust.passed()).isFalse();
        assertThat(trust.untilGate(1000)).isBetween(300, 501);
        heardBefore(501);
        assertThat(trust.verdict()).isEqualTo(Verdict.NONE);
        assertThat(trust.passed()).isTrue();
        trust.down();
        assertThat(trust.verdict()).isEqualTo(Verdict.NONE);
        trust.nextGate(Trust.NO_GATE);
        heardBefore(0);
        assertThat(trust.verdict()).isEqualTo(Verdict.FRESH);
        assertThat(trust.untilGate(1000)).isEqualTo(1000);
    }

    @Test
    @DisplayName("count the time that the question was on its way against themselves")
    void slowAnswer() {
        trust.gate(NOON + 100_000);
        long now = System.nanoTime();
        trust.heard(now - TimeUnit.MILLISECONDS.toNanos(200), now, NOON);
        assertThat(trust.verdict()).isEqualTo(Verdict.NONE);
        assertThat(trust.passed()).isFalse();
    }
}
