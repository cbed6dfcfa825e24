package dev.byline.comment.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lanes of public writes")
class LanesTest {

    private final Lanes lanes = new Lanes(4, 30, 300);

    @Test
    @DisplayName(
            "send away whom no lane takes in time, and at once who would make the line too long")
    void full() throws Exception {
        for (int i = 0; i < 4; i++) {
            lanes.enter();
        }
        ExecutorService crowd = Executors.newFixedThreadPool(60);
        List<Future<Boolean>> away = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                away.add(crowd.submit(this::sentAway));
            }
            for (Future<Boolean> one : away) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            crowd.shutdown();
        }

        lanes.leave();
        assertThat(sentAway()).isFalse();
    }

    private boolean sentAway() {
        try {
            lanes.enter();
            return false;
        } catch (ProblemException e) {
            return e.problem() == Problem.UNAVAILABLE && e.headers().containsKey("Retry-After");
        }
    }
}
