package dev.byline.taxonomy;

import dev.byline.platform.label.Counted;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag as readers' apps see it. */
@Schema(name = "Tag", description = "What articles are about")
public record TagView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String slug,
        @Schema(required = true) String name,
        @Schema(required = true) TagType type,
        @Schema(description = "Plain text") String description,
        @Schema(description = "The same thing elsewhere", format = "uri") String sameAs,
        @Schema(required = true, description = "Number of visible articles") long articleCount) {

    static TagView of(Counted<Tag> counted) {
        Tag tag = counted.label();
        return new TagView(
                tag.id(),
                tag.slug(),
                tag.name(),
                tag.type(),
                tag.description(),
                tag.sameAs(),
                counted.articles());
    }
}
