package dev.byline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.platform.address.Addresses;
import dev.byline.platform.problem.ProblemException;
import java.net.InetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Keys that a network shows at once")
class WrongKeysAtOnceTest {

    private static final InetAddress FROM = Addresses.parse("203.0.113.9").orElseThrow();

    private final WrongKeys wrongKeys = new WrongKeys(() -> 5);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            wrongKeys.failed(FROM, "wrong", wrongKeys.check(FROM, "wrong"));
        }
    }

    @Test
    @DisplayName("are looked at only as far as they may all be wrong")
    void counted() {
        fail(3);

        wrongKeys.check(FROM, "fourth");
        wrongKeys.check(FROM, "fifth");

        assertThatThrownBy(() -> wrongKeys.check(FROM, "sixth"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName("don't count when they are right, or when nobody could look")
    void givenBack() {
        fail(4);

        wrongKeys.worked(FROM, "right", wrongKeys.check(FROM, "right"));
        wrongKeys.unknown(FROM, wrongKeys.check(FROM, "other"));
        wrongKeys.check(FROM, "right");

        assertThat(wrongKeys.check(FROM, "fifth")).isTrue();
    }

    @Test
    @DisplayName("are all looked at where none was wrong of late")
    void nobodyWaits() {
        for (int i = 0; i < 50; i++) {
            assertThat(wrongKeys.check(FROM, "new " + i)).isFalse();
        }
    }
}
