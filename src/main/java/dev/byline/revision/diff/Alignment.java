package dev.byline.revision.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays two lists beside each other so that as much as possible is equal (Myers). */
final class Alignment {

    private Alignment() {}

    /** A stretch that both sides have, or that one has where the other has something else. */
    record Stretch(boolean equal, int from, int gone, int to, int come) {

        <T> List<T> before(List<T> all) {
            return all.subList(from, from + gone);
        }

        <T> List<T> after(List<T> all) {
            return all.subList(to, to + come);
        }
    }

    /** The stretches in order; an equal one follows a different one and the other way round. */
    static <T> List<Stretch> of(List<T> from, List<T> to) {
        // Numbers compare in no time; long blocks that differ at their ends would not.
        Map<T, Integer> numbers = new HashMap<>();
        List<Stretch> stretches = new ArrayList<>();
        for (AbstractDelta<Integer> delta :
                DiffUtils.diff(
                                numbered(from, numbers),
                                numbered(to, numbers),
                                new MyersDiffWithLinearSpace<>(),
                                null,
                                true)
                        .getDeltas()) {
            add(stretches, delta);
        }
        return stretches;
    }

    // The library gives a replaced stretch as deletions and insertions one by one.
    private static void add(List<Stretch> stretches, AbstractDelta<Integer> delta) {
        boolean equal = delta.getType() == DeltaType.EQUAL;
        int gone = delta.getSource().size();
        int come = delta.getTarget().size();
        int last = stretches.size() - 1;
        if (last < 0) {
            stretches.add(new Stretch(equal, 0, gone, 0, come));
            return;
        }
        Stretch before = stretches.get(last);
        if (before.equal() == equal) {
            stretches.set(
                    last,
                    new Stretch(
                            equal,
                            before.from(),
                            before.gone() + gone,
                            before.to(),
                            before.come() + come));
        } else {
            stretches.add(
                    new Stretch(
                            equal,
                            before.from() + before.gone(),
                            gone,
                            before.to() + before.come(),
                            come));
        }
    }

    private static <T> List<Integer> numbered(List<T> values, Map<T, Integer> numbers) {
        return values.stream()
                .map(value -> numbers.computeIfAbsent(value, ignored -> numbers.size()))
                .toList();
    }
}
