package dev.byline.media.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The slots of the lab")
class SlotsTest {

    @Test
    @DisplayName("let so many work, so many more wait, and send everybody else away at once")
    void bounded() throws Exception {
        Slots slots = new Slots(2, 3);
        CountDownLatch entered = new CountDownLatch(2);
        CountDownLatch leave = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(5);
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            done.add(
                    threads.submit(
                            () ->
                                    slots.take(
                                            () -> {
                                                most.accumulateAndGet(
                                                        atOnce.incrementAndGet(), Math::max);
                                                entered.countDown();
                                                await(leave);
                                                return atOnce.decrementAndGet();
                                            })));
        }
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        while (slots.present() < 5) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> slots.take(() -> 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem()).isEqualTo(Problem.UNAVAILABLE);
                            assertThat(e.headers()).containsKey("Retry-After");
                        });
        leave.countDown();
        for (Future<Integer> one : done) {
            one.get(10, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(most.get()).isEqualTo(2);
        assertThat(slots.take(() -> 1)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
