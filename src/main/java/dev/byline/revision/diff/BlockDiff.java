package dev.byline.revision.diff;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import dev.byline.body.Block;
import dev.byline.revision.diff.Diff.BlockChange;
import dev.byline.revision.diff.Diff.Op;
import dev.byline.revision.diff.Diff.Words;
import java.util.ArrayList;
import java.util.List;

/** Compares two bodies block by block. */
final class BlockDiff {

    private final List<Block> from;
    private final List<Block> to;
    private final WordDiff words;
    private final List<BlockChange> changes = new ArrayList<>();

    private BlockDiff(List<Block> from, List<Block> to, WordDiff words) {
        this.from = from;
        this.to = to;
        this.words = words;
    }

    static List<BlockChange> of(List<Block> from, List<Block> to, WordDiff words) {
        BlockDiff diff = new BlockDiff(from, to, words);
        for (AbstractDelta<Integer> delta : Alignment.of(from, to)) {
            diff.add(delta);
        }
        return diff.changes;
    }

    // Blocks of one kind in the same place of a replaced stretch are one block that changed.
    private void add(AbstractDelta<Integer> delta) {
        int before = delta.getSource().getPosition();
        int after = delta.getTarget().getPosition();
        int gone = delta.getSource().size();
        int come = delta.getTarget().size();
        for (int i = 0; i < Math.max(gone, come); i++) {
            if (delta.getType() == DeltaType.EQUAL) {
                changes.add(new BlockChange(Op.EQUAL, before + i, after + i, null, null));
            } else if (i < gone && i < come && alike(before + i, after + i)) {
                change(before + i, after + i);
            } else {
                if (i < gone) {
                    changes.add(whole(Op.DELETE, before + i, null, from.get(before + i)));
                }
                if (i < come) {
                    changes.add(whole(Op.INSERT, null, after + i, to.get(after + i)));
                }
            }
        }
    }

    private boolean alike(int before, int after) {
        return from.get(before).getClass() == to.get(after).getClass();
    }

    private void change(int before, int after) {
        WordDiff.Found found = words.compare(text(from.get(before)), text(to.get(after)));
        changes.add(
                new BlockChange(
                        Op.CHANGE, before, after, found.words(), found.coarse() ? true : null));
    }

    private static BlockChange whole(Op op, Integer before, Integer after, Block block) {
        String text = text(block);
        return new BlockChange(
                op, before, after, text.isEmpty() ? List.of() : List.of(new Words(op, text)), null);
    }

    private static String text(Block block) {
        return String.join("\n", block.lines());
    }
}
