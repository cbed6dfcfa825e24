package dev.byline.comment.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Folded text")
class FoldedTest {

    @ParameterizedTest
    @CsvSource({
        "the Casino is open, casino, true",
        "the C\u200Basínö is open, casino, true",
        "ＣＡＳＩＮＯ, casino, true",
        "cаsino with a Cyrillic letter, casino, true",
        "casinos are many, casino, false",
        "my occasional word, casino, false",
        "buy  cheap-pills now, cheap pills, true",
        "cheap and pills, cheap pills, false",
        "Straße, strasse, false",
        "казино открыто, казино, true",
        "anything, '', false"
    })
    @DisplayName("has whole words, whatever dress they wear")
    void words(String text, String word, boolean has) {
        assertThat(Folded.of(text).has(Folded.of(word))).isEqualTo(has);
    }

    @Test
    @DisplayName("gives near-duplicates fingerprints that differ in few bits, and others many")
    void fingerprints() {
        String text =
                "I made nine thousand dollars last month working from home with this one simple method,"
                        + " and so can you if you follow the link on my page and sign up for it today";
        long first = Folded.of(text).fingerprint();
        long again = Folded.of(text.toUpperCase() + " !!!").fingerprint();
        long near = Folded.of(text + " friends").fingerprint();
        long other =
                Folded.of(
                                "The harbour board should have closed the gates an hour before the surge, as the"
                                        + " report of two years ago had already asked of it")
                        .fingerprint();

        assertThat(Long.bitCount(first ^ again)).isZero();
        assertThat(Long.bitCount(first ^ near)).isLessThanOrEqualTo(6);
        assertThat(Long.bitCount(first ^ other)).isGreaterThan(12);
        assertThat(Folded.of("Thank you!").fingerprint()).isZero();
    }
}
