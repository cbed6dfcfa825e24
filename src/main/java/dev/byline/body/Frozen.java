package dev.byline.body;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Unmodifiable lists, unlike List.copyOf open to null, which validation reports with its path. */
final class Frozen {

    private Frozen() {}

    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
