package dev.byline.revision.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.body.Block;
import dev.byline.revision.diff.Diff.BlockChange;
import dev.byline.revision.diff.Diff.Op;
import dev.byline.revision.diff.Diff.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The comparison of two revisions")
class DiffTest {

    private static Block paragraph(String html) {
        return new Block.Paragraph(html);
    }

    private static List<BlockChange> blocks(List<Block> from, List<Block> to) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return Diff.of(new Diff.Side(1, none, from), new Diff.Side(2, none, to)).blocks();
    }

    private static String shown(List<Words> words) {
        return words.stream()
                .map(
                        run ->
                                switch (run.op()) {
                                    case EQUAL, CHANGE -> run.text();
                                    case INSERT -> "{+" + run.text() + "+}";
                                    case DELETE -> "{-" + run.text() + "-}";
                                })
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "the old harbour wall, the new harbour wall, the {-old-}{+new+} harbour wall",
        "one two, one two three, one two{+ three+}",
        "'', all new, {+all new+}",
        "gone, '', {-gone-}",
        "same, same, same",
        "naïve café, naive café, {-naïve-}{+naive+} café",
        "北京市長辞任, 北京市長就任, 北京市長{-辞-}{+就+}任",
        "a-b (c), a-b [c], 'a-b {-(-}{+[+}c{-)-}{+]+}'",
        "\uD83D\uDE00 ok, \uD83D\uDE01 ok, {-\uD83D\uDE00-}{+\uD83D\uDE01+} ok"
    })
    @DisplayName("goes word by word within a text")
    void words(String from, String to, String expected) {
        assertThat(shown(new WordDiff().compare(from, to).words())).isEqualTo(expected);
    }

    @Test
    @DisplayName("tells equal, changed, inserted and deleted blocks apart")
    void ops() {
        List<BlockChange> changes =
                blocks(
                        List.of(
                                paragraph("One"),
                                paragraph("Two <b>old</b> words"),
                                paragraph("Three"),
                                new Block.Divider()),
                        List.of(
                                paragraph("One"),
                                paragraph("Two new words"),
                                paragraph("Between"),
                                paragraph("Three")));

        assertThat(changes)
                .extracting(BlockChange::op, BlockChange::from, BlockChange::to)
                .containsExactly(
                        tuple(Op.EQUAL, 0, 0),
                        tuple(Op.CHANGE, 1, 1),
                        tuple(Op.INSERT, null, 2),
                        tuple(Op.EQUAL, 2, 3),
                        tuple(Op.DELETE, 3, null));
        assertThat(shown(changes.get(1).words())).isEqualTo("Two {-old-}{+new+} words");
        assertThat(shown(changes.get(2).words())).isEqualTo("{+Between+}");
        assertThat(changes.get(4).words()).isEmpty();
    }

    @Test
    @DisplayName("knows a change of markup alone, and no change between kinds of block")
    void kinds() {
        List<BlockChange> markup =
                blocks(List.of(paragraph("a <b>b</b>")), List.of(paragraph("a b")));
        assertThat(markup).extracting(BlockChange::op).containsExactly(Op.CHANGE);
        assertThat(markup.get(0).words()).containsExactly(new Words(Op.EQUAL, "a b"));

        assertThat(blocks(List.of(paragraph("a")), List.of(new Block.Heading(2, "a"))))
                .extracting(BlockChange::op)
                .containsExactly(Op.DELETE, Op.INSERT);
    }

    @Test
    @DisplayName("names each member that differs")
    void members() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode from =
                json.objectNode().put("headline", "Old words").put("kicker", "K").put("x", 1);
        from.set("tags", json.arrayNode().add("a"));
        ObjectNode to = json.objectNode().put("headline", "New words").put("x", 1).put("slug", "s");
        to.set("tags", json.arrayNode().add("b"));

        List<Diff.Member> members =
                Diff.of(new Diff.Side(1, from, List.of()), new Diff.Side(2, to, List.of()))
                        .members();

        assertThat(members)
                .extracting(Diff.Member::member)
                .containsExactly("headline", "kicker", "slug", "tags");
        assertThat(shown(members.get(0).words())).isEqualTo("{-Old-}{+New+} words");
        assertThat(members.get(1).to()).isNull();
        assertThat(members.get(2).from()).isNull();
        assertThat(members.get(3).words()).isNull();
    }

    @Test
    @DisplayName("gives both texts back, whatever they are")
    void reversible() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String from = text(random);
            String to = text(random);
            List<Words> words = new WordDiff().compare(from, to).words();
            assertThat(side(words, Op.INSERT)).isEqualTo(from);
            assertThat(side(words, Op.DELETE)).isEqualTo(to);
            IntStream.range(1, words.size())
                    .forEach(
                            i -> assertThat(words.get(i).op()).isNotEqualTo(words.get(i - 1).op()));
        }
    }

    private static String text(Random random) {
        String alphabet = "ab  .é京\n\uD83D\uDE00";
        return IntStream.range(0, random.nextInt(40))
                .map(i -> random.nextInt(alphabet.length() - 2))
                .mapToObj(i -> i == 8 ? "\uD83D\uDE00" : alphabet.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String side(List<Words> words, Op without) {
        return words.stream()
                .filter(run -> run.op() != without)
                .map(Words::text)
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("takes bounded time for bodies that have nothing in common")
    void hostile() {
        Random random = new Random(1);
        List<Block> from = new ArrayList<>();
        List<Block> to = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            // A megabyte on each side, of one-letter words in two alphabets or in no order.
            from.add(paragraph(letters(random, i % 2 == 0 ? 'a' : 'k', 500)));
            to.add(paragraph(letters(random, i % 3 == 0 ? 'n' : 'a', 500)));
        }
        Instant begin = Instant.now();
        List<BlockChange> changes = blocks(from, to);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(changes).hasSize(1_000).anyMatch(change -> change.coarse() != null);
    }

    @Test
    @DisplayName("takes bounded time for one long text, and for blocks alike but for their ends")
    void longTexts() {
        Random random = new Random(2);
        Instant begin = Instant.now();
        List<BlockChange> one =
                blocks(
                        List.of(new Block.Html(letters(random, 'a', 50_000))),
                        List.of(new Block.Html(letters(random, 'a', 50_000))));
        assertThat(one.get(0).coarse()).isTrue();
        String same = "x".repeat(900);
        List<Block> from = IntStream.range(0, 1000).mapToObj(i -> paragraph(same + i)).toList();
        List<Block> to = IntStream.range(0, 1000).mapToObj(i -> paragraph(same + "b" + i)).toList();
        assertThat(blocks(from, to)).hasSize(1_000);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    private static String letters(Random random, char first, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> String.valueOf((char) (first + random.nextInt(8))))
                .collect(Collectors.joining(" "));
    }
}
