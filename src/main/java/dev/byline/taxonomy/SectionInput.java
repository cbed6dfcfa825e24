package dev.byline.taxonomy;

import dev.byline.platform.label.LabelInput;
import dev.byline.platform.slug.Slug;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What editors write of a section. */
@Schema(description = "What editors write of a section")
public record SectionInput(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE)
                @Schema(description = LabelInput.SLUG, maxLength = Slug.LONGEST)
                String slug,
        @NotBlank @Size(max = 200) @Pattern(regexp = LabelInput.ONE_LINE, message = LabelInput.RULE)
                String name,
        @Size(max = 2000) @Schema(description = "Plain text") String description,
        @Size(max = Slug.LONGEST)
                @Schema(description = "Id or slug of the section above; at most 5 levels")
                String parent)
        implements LabelInput {

    public SectionInput {
        name = LabelInput.clean(name);
        description = LabelInput.clean(description);
    }
}
