package dev.byline.revision.diff;

import dev.byline.body.Block;
import dev.byline.revision.diff.Alignment.Stretch;
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
        Alignment.of(from, to).forEach(diff::add);
        return diff.changes;
    }

    // Blocks of one kind in the same place of a replaced stretch are one block that changed.
    private void add(Stretch stretch) {
        for (int i = 0; i < Math.max(stretch.gone(), stretch.come()); i++) {
            int before = stretch.from() + i;
            int after = stretch.to() + i;
            boolean gone = i < stretch.gone();
            boolean come = i < stretch.come();
            if (stretch.equal()) {
                changes.add(new BlockChange(Op.EQUAL, before, after, null, null));
            } else if (gone && come && alike(before, after)) {
                change(before, after);
            } else {
                if (gone) {
                    changes.add(whole(Op.DELETE, before, null, from.get(before)));
                }
                if (come) {
                    changes.add(whole(Op.INSERT, null, after, to.get(after)));
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
