package dev.byline.search;

import dev.byline.edition.ArticleType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the articles found spread over sections, tags, authors and types. */
@Schema(description = "How the articles found spread: at most ten of each, the most frequent first")
public record Facets(
        @Schema(required = true) List<LabelCount> sections,
        @Schema(required = true) List<LabelCount> tags,
        @Schema(required = true) List<LabelCount> authors,
        @Schema(required = true) List<TypeCount> types) {

    static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

    /** A section, tag or author and how many of the articles found stand under it. */
    public record LabelCount(
            @Schema(required = true) UUID id,
            @Schema(required = true) String slug,
            @Schema(required = true) String name,
            @Schema(required = true, minimum = "1") long count) {}

    /** A type and how many of the articles found have it. */
    public record TypeCount(
            @Schema(required = true) ArticleType type,
            @Schema(required = true, minimum = "1") long count) {}
}
