package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.platform.label.Counted;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag as readers' apps see it. */
@Schema(name = "Tag", description = "What articles are about")
public record TagView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String slug,
        @Schema(required = true) String name,
        @Schema(required = true) Tag.Type type,
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

    /** A tag as editors see it. */
    public record NewsroomTag(
            @JsonUnwrapped TagView tag,
            @Schema(required = true, description = "Also the `ETag`") long version,
            @Schema(required = true) Instant createdAt,
            @Schema(required = true, description = "What to send to get the tag as it is")
                    TagInput input) {

        public static NewsroomTag of(Counted<Tag> counted) {
            Tag tag = counted.label();
            return new NewsroomTag(
                    TagView.of(counted), tag.version(), tag.createdAt(), tag.input());
        }
    }
}
