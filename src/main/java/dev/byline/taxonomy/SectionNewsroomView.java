package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.platform.label.Counted;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A section as editors see it. */
@Schema(name = "NewsroomSection")
public record SectionNewsroomView(
        @JsonUnwrapped SectionView section,
        @Schema(required = true, description = "Also the `ETag`") long version,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, description = "What to send to get the section as it is")
                SectionInput input) {

    static SectionNewsroomView of(Counted<Section> counted) {
        Section section = counted.label();
        return new SectionNewsroomView(
                SectionView.of(counted), section.version(), section.createdAt(), section.input());
    }
}
