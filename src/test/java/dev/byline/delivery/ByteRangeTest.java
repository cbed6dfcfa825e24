package dev.byline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.platform.problem.ProblemException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A byte range of a file of 100 bytes")
class ByteRangeTest {

    private static ByteRange of(String range) {
        return ByteRange.of(range, null, "\"tag\"", 100);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-, 0, 100",
        "bytes=10-19, 10, 10",
        "bytes=99-, 99, 1",
        "bytes=90-1000, 90, 10",
        "bytes=-5, 95, 5",
        "bytes=-1000, 0, 100",
        "bytes=5-999999999999999999, 5, 95"
    })
    @DisplayName("is a part when one is asked for")
    void part(String range, long from, long length) {
        assertThat(of(range)).isEqualTo(new ByteRange(false, from, length, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "items=0-1",
                "bytes 0-1",
                "bytes=0-9999999999999999999999"
            })
    @DisplayName("is the whole when several or nonsense is asked for")
    void whole(String range) {
        assertThat(of(range)).isEqualTo(new ByteRange(true, 0, 100, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=-0", "bytes=1000-2000"})
    @DisplayName("is refused beyond the end, with the length")
    void beyond(String range) {
        assertThatThrownBy(() -> of(range))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.headers()).containsEntry("Content-Range", "bytes */100"));
    }

    @Test
    @DisplayName("counts only for the version that If-Range names")
    void ifRange() {
        assertThat(ByteRange.of("bytes=0-1", "\"tag\"", "\"tag\"", 100).whole()).isFalse();
        assertThat(ByteRange.of("bytes=0-1", "\"other\"", "\"tag\"", 100).whole()).isTrue();
        assertThat(ByteRange.of("bytes=0-1", "W/\"tag\"", "\"tag\"", 100).whole()).isTrue();
        assertThat(
                        ByteRange.of("bytes=0-1", "Tue, 24 Nov 2026 00:00:00 GMT", "\"tag\"", 100)
                                .whole())
                .isTrue();
    }

    @Test
    @DisplayName("is told in Content-Range")
    void header() {
        assertThat(of("bytes=10-19").header()).isEqualTo("bytes 10-19/100");
    }
}
