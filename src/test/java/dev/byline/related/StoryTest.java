package dev.byline.related;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A story")
class StoryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Harbour gates close before the surge | Harbour gates close before surge | true",
                "Harbour gates close before the surge | Harbour gates CLOSE, before the surge! | true",
                "Harbour gates close before the surge | Harbour gates open again | false",
                "Гавань закрыта перед штормом | Гавань закрыта перед штормом: обновление | true",
                "A | B | false"
            })
    @DisplayName("is outdated by a later one with nearly the same headline only")
    void outdated(String older, String newer, boolean outdated) {
        assertThat(story(older, 1).outdatedBy(story(newer, 2))).isEqualTo(outdated);
        assertThat(story(newer, 2).outdatedBy(story(older, 1))).isFalse();
    }

    @Test
    @DisplayName("without words outdates nothing")
    void wordless() {
        assertThat(story("—", 1).outdatedBy(story("…", 2))).isFalse();
    }

    private static Story story(String headline, long at) {
        return Story.of(headline, at);
    }
}
