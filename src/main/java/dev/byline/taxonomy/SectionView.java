package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.platform.label.Counted;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A section as readers' apps see it. */
@Schema(name = "Section", description = "A part of the publication; sections form a tree")
public record SectionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String slug,
        @Schema(required = true) String name,
        @Schema(description = "Plain text") String description,
        @Schema(description = "The section above; absent at the top") SectionSummary parent,
        @Schema(
                        required = true,
                        description =
                                "Number of visible articles, those of sections below included")
                long articleCount) {

    static SectionView of(Counted<Section> counted) {
        Section section = counted.label();
        return new SectionView(
                section.id(),
                section.slug(),
                section.name(),
                section.description(),
                section.parent() == null ? null : SectionSummary.of(section.parent()),
                counted.articles());
    }

    /** A section as editors see it. */
    public record NewsroomSection(
            @JsonUnwrapped SectionView section,
            @Schema(required = true, description = "Also the `ETag`") long version,
            @Schema(required = true) Instant createdAt,
            @Schema(required = true, description = "What to send to get the section as it is")
                    SectionInput input) {

        static NewsroomSection of(Counted<Section> counted) {
            Section section = counted.label();
            return new NewsroomSection(
                    SectionView.of(counted),
                    section.version(),
                    section.createdAt(),
                    section.input());
        }
    }
}
