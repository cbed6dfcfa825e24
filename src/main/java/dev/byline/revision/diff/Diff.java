package dev.byline.revision.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.body.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What two write records of an article have different. */
@Schema(name = "RevisionDiff", description = "What two revisions have different")
public record Diff(
        @Schema(required = true) int from,
        @Schema(required = true) int to,
        @Schema(required = true, description = "Members of `input` that differ, without the body")
                List<Member> members,
        @Schema(required = true, description = "The blocks of both bodies, in order")
                List<BlockChange> blocks) {

    private static final String BODY = "body";

    /** One of the two. */
    public record Side(int number, JsonNode input, List<Block> body) {}

    /** What became of a piece. */
    @Schema(name = "DiffOp")
    public enum Op {
        @JsonProperty("equal")
        EQUAL,
        @JsonProperty("insert")
        INSERT,
        @JsonProperty("delete")
        DELETE,
        @JsonProperty("change")
        CHANGE
    }

    /** A run of words. */
    @Schema(name = "DiffWords", description = "A run of words: `equal`, `insert` or `delete`")
    public record Words(@Schema(required = true) Op op, @Schema(required = true) String text) {}

    /** A member that differs; an absent one has no value on that side. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DiffMember")
    public record Member(
            @Schema(required = true) String member,
            @Schema(
                            implementation = Object.class,
                            description =
                                    "Any JSON: as the earlier revision has it; absent where it has none")
                    JsonNode from,
            @Schema(
                            implementation = Object.class,
                            description =
                                    "Any JSON: as the later revision has it; absent where it has none")
                    JsonNode to,
            @Schema(description = "Word by word, when both are texts") List<Words> words) {}

    /** A block, with its place on the sides that have it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DiffBlock")
    public record BlockChange(
            @Schema(required = true) Op op,
            @Schema(description = "Index in the body of `from`") Integer from,
            @Schema(description = "Index in the body of `to`") Integer to,
            @Schema(
                            description =
                                    "The block's text, word by word; absent when equal. A change of nothing but markup has"
                                            + " equal words only.")
                    List<Words> words,
            @Schema(description = "Whether the text was too long to be compared word by word")
                    Boolean coarse) {}

    /** Compares; takes bounded time whatever the texts. */
    public static Diff of(Side from, Side to) {
        WordDiff words = new WordDiff();
        return new Diff(
                from.number(),
                to.number(),
                members(from.input(), to.input(), words),
                BlockDiff.of(from.body(), to.body(), words));
    }

    private static List<Member> members(JsonNode from, JsonNode to, WordDiff words) {
        TreeSet<String> names = new TreeSet<>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        names.remove(BODY);
        List<Member> members = new ArrayList<>();
        for (String name : names) {
            JsonNode before = from.get(name);
            JsonNode after = to.get(name);
            if (!Objects.equals(before, after)) {
                boolean texts =
                        before != null && after != null && before.isTextual() && after.isTextual();
                members.add(
                        new Member(
                                name,
                                before,
                                after,
                                texts
                                        ? words.compare(before.textValue(), after.textValue())
                                                .words()
                                        : null));
            }
        }
        return members;
    }
}
