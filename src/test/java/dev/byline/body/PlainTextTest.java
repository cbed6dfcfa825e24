package dev.byline.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The plain text of a body")
class PlainTextTest {

    @Test
    @DisplayName("has every word a reader sees, in reading order, without markup")
    void everything() {
        assertThat(
                        PlainText.of(
                                List.of(
                                        new Block.Paragraph("R&amp;D is <b>bold</b>ly<br>new"),
                                        new Block.Heading(2, "5 < 6"),
                                        new Block.Quote("Said<br><br>twice", "Ana"),
                                        new Block.Pullquote("Large", null),
                                        new Block.ItemList(false, List.of("one", "", "<i>two</i>")),
                                        new Table(
                                                "Caption",
                                                List.of("Head"),
                                                List.of(List.of("a<br>b"), List.of("c"))),
                                        new Block.Embed("x", "https://x.com/a/status/1", "A post"),
                                        new Block.Divider(),
                                        new Block.Html(
                                                "<ul><li>in<ul><li>out</li></ul></li></ul>"))))
                .isEqualTo(
                        "R&D is boldly\nnew\n5 < 6\nSaid\ntwice\nAna\nLarge\none\ntwo\nCaption\n"
                                + "Head\na\nb\nc\nA post\nin\nout");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "'  – — … !? '|0",
                "One two\u00a0three\u2003four|4",
                "mother-in-law's 3.5% yes/no x@y.example https://x.example/a-b|5",
                "war—and peace – again|4",
                "Le « 10 % » de l'État|4",
                "Привет, мир|2",
                "قال رئيس البلدية إن ٤٢٪|5",
                "नमस्ते दुनिया|2",
                "대한민국 만세|2",
                "東京は今日も雨です。|9",
                "メール 2通|5",
                "NHKの朝|3",
                "漢字𠀀|3",
                "ภาษาไทยง่าย|3",
                "👍 fine 👍|1",
            })
    @DisplayName("is counted in words, a Chinese or Japanese character being one")
    void words(String text, int words) {
        assertThat(PlainText.words(text)).isEqualTo(words);
    }

    @Test
    @DisplayName("is read at 238 words or 500 Chinese characters a minute, begun minutes in full")
    void minutes() {
        assertThat(PlainText.minutes("")).isZero();
        assertThat(PlainText.minutes("one")).isEqualTo(1);
        assertThat(PlainText.minutes("word ".repeat(238))).isEqualTo(1);
        assertThat(PlainText.minutes("word ".repeat(239))).isEqualTo(2);
        assertThat(PlainText.minutes("字".repeat(500))).isEqualTo(1);
        assertThat(PlainText.minutes("字".repeat(500) + " word")).isEqualTo(2);
    }
}
