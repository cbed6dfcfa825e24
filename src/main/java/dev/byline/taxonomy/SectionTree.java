package dev.byline.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which section stands below which. */
record SectionTree(Map<UUID, UUID> parents) {

    static final int DEEPEST = 5;

    /** The section and those above it, nearest first; nothing for null. */
    List<UUID> up(UUID section) {
        List<UUID> path = new ArrayList<>();
        for (UUID at = section; at != null; at = parents.get(at)) {
            path.add(at);
        }
        return path;
    }

    /** The number of levels from the section down to the lowest below it. */
    int height(UUID section) {
        return parents.keySet().stream()
                .mapToInt(each -> up(each).indexOf(section) + 1)
                .reduce(1, Math::max);
    }

    /** Whether the whole subtree of the section finds room below the other one. */
    boolean fits(UUID section, UUID below) {
        return up(below).size() + height(section) <= DEEPEST;
    }
}
