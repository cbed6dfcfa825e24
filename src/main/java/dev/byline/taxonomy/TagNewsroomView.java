package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.platform.label.Counted;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag as editors see it. */
@Schema(name = "NewsroomTag")
public record TagNewsroomView(
        @JsonUnwrapped TagView tag,
        @Schema(required = true, description = "Also the `ETag`") long version,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, description = "What to send to get the tag as it is")
                TagInput input) {

    static TagNewsroomView of(Counted<Tag> counted) {
        Tag tag = counted.label();
        return new TagNewsroomView(
                TagView.of(counted), tag.version(), tag.createdAt(), tag.input());
    }
}
