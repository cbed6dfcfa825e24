package dev.byline.platform.label;

import java.util.List;
import java.util.Map;

/** The kinds of labels, as their paths name them, and an article's reference to one. */
final class Labels {

    static final String SECTIONS = "sections";
    static final String TAGS = "tags";
    static final String AUTHORS = "authors";

    private Labels() {}

    /** The member of an article's write record that puts it under the label. */
    static Map<String, Object> reference(String kind, String slug) {
        return switch (kind) {
            case SECTIONS -> Map.of("section", slug);
            case TAGS -> Map.of("tags", List.of(slug));
            default -> Map.of("authors", List.of(Map.of("author", slug)));
        };
    }
}
