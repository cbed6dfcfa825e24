package dev.byline.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Characters without blanks between words")
class GlyphsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "城市新聞 2026 港 and | 城市 市新 新聞 港",
                "plain words | ''",
                "𠮷野家 | 𠮷野 野家",
                "สวัสดี | สว วั ัส สด ดี"
            })
    @DisplayName("become pairs")
    void pairs(String text, String pairs) {
        assertThat(Glyphs.pairs(text)).isEqualTo(pairs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "城市新聞 gate | `\"城市 市新 新聞\"  gate`",
                "-港 | `-\"港\" `",
                "plain \"words\" | plain \"words\""
            })
    @DisplayName("are searched as phrases")
    void queries(String typed, String query) {
        assertThat(Glyphs.query(typed)).isEqualTo(query);
    }
}
