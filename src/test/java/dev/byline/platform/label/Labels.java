package dev.byline.platform.label;

import java.util.List;
import java.util.Map;

/** How articles name sections, tags and authors. */
final class Labels {

    private Labels() {}

    /** The member of an article's write record that puts it under the label. */
    static Map<String, Object> reference(String kind, String slug) {
        return switch (kind) {
            case "sections" -> Map.of("section", slug);
            case "tags" -> Map.of("tags", List.of(slug));
            default -> Map.of("authors", List.of(Map.of("author", slug)));
        };
    }
}
