package dev.byline.revision.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays two lists beside each other so that as much as possible is equal (Myers). */
final class Alignment {

    private Alignment() {}

    /** Equal and different stretches in order, as indices: one number stands for one value. */
    static <T> List<AbstractDelta<Integer>> of(List<T> from, List<T> to) {
        // Numbers compare in no time; long blocks that differ at their ends would not.
        Map<T, Integer> numbers = new HashMap<>();
        return DiffUtils.diff(
                        numbered(from, numbers),
                        numbered(to, numbers),
                        new MyersDiffWithLinearSpace<>(),
                        null,
                        true)
                .getDeltas();
    }

    private static <T> List<Integer> numbered(List<T> values, Map<T, Integer> numbers) {
        return values.stream()
                .map(value -> numbers.computeIfAbsent(value, ignored -> numbers.size()))
                .toList();
    }
}
