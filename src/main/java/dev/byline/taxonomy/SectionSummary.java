package dev.byline.taxonomy;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A section as articles and other sections name it. */
public record SectionSummary(
        @Schema(required = true) UUID id,
        @Schema(required = true) String slug,
        @Schema(required = true) String name) {

    public static SectionSummary of(Section section) {
        return new SectionSummary(section.id(), section.slug(), section.name());
    }
}
