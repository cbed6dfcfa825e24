package dev.byline.body;

import static dev.byline.body.HtmlToBlocks.convert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.body.Block.Divider;
import dev.byline.body.Block.Embed;
import dev.byline.body.Block.Heading;
import dev.byline.body.Block.Html;
import dev.byline.body.Block.ItemList;
import dev.byline.body.Block.Paragraph;
import dev.byline.body.Block.Pullquote;
import dev.byline.body.Block.Quote;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("HTML becomes blocks")
class HtmlToBlocksTest {

    @ParameterizedTest(name = "{0}: every visible word, in order")
    @ValueSource(
            strings = {
                "wordpress.html",
                "google-docs.html",
                "word.html",
                "nested-lists.html",
                "tables.html",
                "figures.html",
                "quotes.html",
                "embeds.html",
                "entities.html",
                "div-soup.html",
                "arabic.html",
                "malformed.html",
                "email.html",
                "newsroom-cms.html"
            })
    void losesNothing(String name) {
        String html = Visible.fixture(name);
        List<Block> blocks = convert(html);

        List<String> wanted = Visible.words(html);
        assertThat(wanted).hasSizeGreaterThan(10);
        assertThat(Visible.missing(wanted, Visible.words(blocks, true)))
                .as("first word lost of %s in %s", wanted, blocks)
                .isNull();
        assertThat(Sanitiser.clean(blocks)).isEqualTo(blocks);
    }

    @Test
    @DisplayName("WordPress's block markup")
    void wordpress() {
        assertThat(convert(Visible.fixture("wordpress.html")))
                .containsExactly(
                        new Paragraph(
                                "The council voted <strong>7–2</strong> on Tuesday to close the <a"
                                        + " href=\"https://example.org/market?ref=a&amp;id=3\""
                                        + " rel=\"noopener noreferrer\">old market</a>, ending a debate"
                                        + " that had run for three\u00a0years."),
                        new Heading(2, "What happens\u00a0next?"),
                        new Paragraph("The market hall in 1961. <em>Photo: City archive</em>"),
                        new ItemList(
                                false,
                                List.of(
                                        "Traders leave by <em>May</em>",
                                        "Demolition &amp; survey")),
                        new Quote("We were never asked.<br><br>Not once.", "Ana Silva, fishmonger"),
                        new Pullquote("It smelled of oranges.", "Tom Reed"),
                        new Embed("youtube", "https://www.youtube.com/watch?v=jNQXAC9IVRw", null),
                        new Paragraph("The last morning, filmed by traders"),
                        new Divider(),
                        new Table(
                                null,
                                List.of("Ward", "For", "Against"),
                                List.of(List.of("North", "4", "0"), List.of("South", "3", "2"))),
                        new Paragraph("Votes by ward"),
                        new Html("<pre><code>for stall in market:\n    close(stall)</code></pre>"));
    }

    @Test
    @DisplayName("Google Docs: styles mean elements, the bold around everything means nothing")
    void googleDocs() {
        assertThat(convert(Visible.fixture("google-docs.html")))
                .containsExactly(
                        new Heading(2, "River levels fall again"),
                        new Paragraph(
                                "Officials said the river was <strong>two metres</strong> below its"
                                        + " usual mark, and <em>still dropping</em>. See <a"
                                        + " href=\"https://example.org/levels\">the gauge</a>,"
                                        + " H<sub>2</sub>O and the 21<sup>st</sup> reading."),
                        new Html(
                                "<ul><li><p>Barges stopped on Monday</p></li><li><p><strong>Ferries"
                                        + "</strong> follow</p></li><li><ul><li><p>Northern line"
                                        + " first</p></li></ul></li></ul>"),
                        new Table(
                                null,
                                List.of(),
                                List.of(
                                        List.of("Gauge", "Level"),
                                        List.of("Old bridge", "<strong>1.2 m</strong>"))),
                        new Paragraph("<s>An earlier figure</s> was wrong."));
    }

    @Test
    @DisplayName("Word: its paragraphs with markers are lists, its languages and o:p are noise")
    void word() {
        assertThat(convert(Visible.fixture("word.html")))
                .containsExactly(
                        new Paragraph("Harbour plan approved"),
                        new Paragraph(
                                "<b>The harbour</b> will be rebuilt, the minister said on Friday,"
                                        + " at a cost of €40\u00a0million."),
                        new ItemList(false, List.of("Two new quays", "A <i>floating</i> bridge")),
                        new Paragraph("Work begins in <u>March</u>."),
                        new ItemList(true, List.of("Survey", "Dredging")),
                        new Table(
                                null,
                                List.of(),
                                List.of(List.of("<b>Phase</b>", "Year"), List.of("One", "2027"))));
    }

    @Test
    @DisplayName("lists: flat ones are list blocks, the others keep their structure")
    void lists() {
        assertThat(convert(Visible.fixture("nested-lists.html")))
                .containsExactly(
                        new Paragraph("Before the lists."),
                        new Html(
                                "<ol><li>First step<ul><li>with a detail</li><li>and"
                                        + " <b>another</b><ol><li>deeper still</li></ol></li></ul>and a"
                                        + " closing remark</li><li>Second step</li></ol>"),
                        new ItemList(
                                false,
                                List.of(
                                        "Flat one",
                                        "Two paragraphs<br><br>in one item",
                                        "Line<br>broken")),
                        new Html(
                                "<ul><li><ul><li>Indented without a parent</li></ul>stray"
                                        + " words</li><li>then an item</li></ul>"),
                        new Html(
                                "<ol start=\"3\"><li><h3>Item with a heading</h3><p>and"
                                        + " text</p></li></ol>"),
                        new Paragraph("After the lists."));
    }

    @Test
    @DisplayName("tables: a grid is a table block, everything else keeps its shape")
    void tables() {
        List<Block> blocks = convert(Visible.fixture("tables.html"));

        assertThat(blocks.get(0))
                .isEqualTo(
                        new Table(
                                "Medals, final day",
                                List.of("Team", "Gold", "Silver"),
                                List.of(
                                        List.of(
                                                "<a href=\"https://example.org/no\">Norway</a>",
                                                "16",
                                                "8"),
                                        List.of("Germany", "not counted", ""))));
        assertThat(blocks.subList(2, 7)).hasOnlyElementsOfType(Html.class);
        assertThat(blocks.subList(7, blocks.size()))
                .containsExactly(
                        new Paragraph("Layout"), new ItemList(false, List.of("with a list")));
        assertThat(blocks.get(3))
                .isEqualTo(
                        new Html(
                                "<table><tbody><tr><th>Year</th><th>Votes</th></tr><tr><td"
                                        + " rowspan=\"2\">2020</td><td>11</td></tr><tr><td>12</td>"
                                        + "</tr></tbody></table>"));
    }

    @Test
    @DisplayName("figures: pictures go, captions stay; a caption under a quote is its source")
    void figures() {
        assertThat(convert(Visible.fixture("figures.html")))
                .containsExactly(
                        new Paragraph("Intro."),
                        new Paragraph(
                                "The bridge at dawn. <small>Photo: Jane Doe / Agency</small>"),
                        new Paragraph("Caption first"),
                        new Quote(
                                "Nothing is built on stone; all is built on sand.",
                                "Jorge Luis Borges, Fragments"),
                        new Html("<pre><code>10 PRINT \"HELLO\"\n20 GOTO 10</code></pre>"),
                        new Paragraph("The whole program"),
                        new Paragraph("One"),
                        new Paragraph("Two"),
                        new Paragraph("Two pictures"),
                        new Paragraph("Classic caption"),
                        new Paragraph("Outro."));
    }

    @Test
    @DisplayName("quotes: the source is what ends them")
    void quotes() {
        assertThat(convert(Visible.fixture("quotes.html")))
                .containsExactly(
                        new Quote("Plain quote without paragraphs", null),
                        new Quote(
                                "First paragraph.<br><br>Second with <em>stress</em>.",
                                "Marie Curie, Letters"),
                        new Quote("Signed below.", "The editor"),
                        new Quote("<cite>Speaker first</cite><br><br>then the words.", null),
                        new Html(
                                "<blockquote><p>Outer words</p><blockquote><p>inner"
                                        + " words</p></blockquote></blockquote>"),
                        new Html(
                                "<blockquote><p>With a list:</p><ul><li>alpha</li>"
                                        + "<li>beta</li></ul></blockquote>"),
                        new Quote("Only a source", null),
                        new Paragraph("He said <q>enough</q> and left."),
                        new Pullquote("Set large", "Somebody"));
    }

    @Test
    @DisplayName("what a newsroom's editor writes: breaks, links of all kinds, small elements")
    void newsroom() {
        assertThat(convert(Visible.fixture("newsroom-cms.html")))
                .startsWith(
                        new Paragraph(
                                "<strong>LONDON, March 3 (Example) —</strong> Shares fell\u00a03% on"
                                        + " Monday."),
                        new Paragraph(
                                "<em>By</em> <u>A. Writer</u>, <span lang=\"fr\">en français</span>"),
                        new Heading(4, "Small head"),
                        new Paragraph("One."),
                        new Paragraph("Two.<br>Still two."),
                        new Divider(),
                        new Divider(),
                        new Paragraph(
                                "Relative, <a href=\"mailto:desk@example.org?subject=Hi%20there\">"
                                        + "mail</a>, <a href=\"tel:+442079460000\">call</a>, note,"
                                        + " anchor"),
                        new Paragraph(
                                "CO<sub>2</sub>, E=mc<sup>2</sup>, <del>old</del> <ins>new</ins>,"
                                        + " <abbr title=\"World Health Organization\">WHO</abbr>, <time"
                                        + " datetime=\"2026-03-01\">1 March</time>, <code>Ctrl</code>,"
                                        + " <mark>marked</mark>"));
    }

    @Test
    @DisplayName("entities are read once and written only where they must be")
    void entities() {
        assertThat(convert(Visible.fixture("entities.html")))
                .contains(
                        new Paragraph(
                                "5 &lt; 6 and 7 &gt; 6 &amp;&amp; \"done\" {{curly}} a=b x@y.z 1+1"
                                        + " `tick`"),
                        new Paragraph("indented twice spaced"),
                        new Heading(3, "Q&A: what’s next?"));
    }

    @Test
    @DisplayName("nothing comes of nothing")
    void nothing() {
        assertThat(convert(null)).isEmpty();
        assertThat(convert(" \n ")).isEmpty();
        assertThat(convert("<p>&nbsp;</p><p><br></p><ul></ul><h2></h2><!-- x --><div></div>"))
                .isEmpty();
    }
}
