package dev.byline.body;

import static dev.byline.body.HtmlToBlocks.convert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.body.Block.Embed;
import dev.byline.body.Block.ItemList;
import dev.byline.body.Block.Paragraph;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What other sites show becomes embeds")
class EmbedsTest {

    @Test
    @DisplayName("embeds: frames, addresses that stand alone, posts")
    void embeds() {
        List<Block> blocks = convert(Visible.fixture("embeds.html"));

        assertThat(blocks)
                .startsWith(
                        new Paragraph("Watch:"),
                        new Embed(
                                "youtube",
                                "https://www.youtube.com/embed/jNQXAC9IVRw?start=3&rel=0",
                                "Me at the zoo"),
                        new Paragraph("and read on."))
                .contains(
                        new Paragraph("https://example.org/just-a-link"),
                        new Paragraph("Not alone: https://youtu.be/jNQXAC9IVRw"),
                        new Paragraph(
                                "<a href=\"https://youtu.be/jNQXAC9IVRw\">Watch the film</a>"))
                .endsWith(
                        new Embed(
                                "x",
                                "https://twitter.com/Interior/status/463440424141459456?ref_src=twsrc%5Etfw",
                                "Sunsets don't get much better than this one over @GrandTetonNPS."
                                        + " — US Department of the Interior (@Interior) May 5, 2014"),
                        new ItemList(false, List.of("Item with a frame")),
                        new Embed(
                                "facebook",
                                "https://www.facebook.com/plugins/video.php?href=x",
                                null));
        assertThat(blocks)
                .filteredOn(Embed.class::isInstance)
                .extracting(block -> ((Embed) block).provider())
                .containsExactly(
                        "youtube",
                        "vimeo",
                        "datawrapper",
                        "flourish",
                        "spotify",
                        "soundcloud",
                        "web",
                        "x",
                        "x",
                        "instagram",
                        "tiktok",
                        "x",
                        "facebook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.com/NASA",
                "https://www.youtube.com/",
                "https://notyoutube.com/watch?v=jNQXAC9IVRw",
                "https://youtube.com.evil.example/watch?v=jNQXAC9IVRw",
                "<a href=\"https://vimeo.com/1\">https://vimeo.com/2</a>",
                "see https://vimeo.com/1"
            })
    @DisplayName("but an address that leads to no one post, or says something else, stays text")
    void text(String paragraph) {
        assertThat(convert("<p>" + paragraph + "</p>")).containsExactly(new Paragraph(paragraph));
    }
}
