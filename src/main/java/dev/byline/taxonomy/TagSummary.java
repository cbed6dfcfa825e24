package dev.byline.taxonomy;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag as articles name it. */
public record TagSummary(
        @Schema(required = true) UUID id,
        @Schema(required = true) String slug,
        @Schema(required = true) String name,
        @Schema(required = true) Tag.Type type) {

    public static TagSummary of(Tag tag) {
        return new TagSummary(tag.id(), tag.slug(), tag.name(), tag.type());
    }
}
