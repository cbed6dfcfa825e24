package dev.byline.taxonomy;

import dev.byline.platform.http.WebUrl;
import dev.byline.platform.label.LabelInput;
import dev.byline.platform.slug.Slug;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What editors write of a tag. */
@Schema(description = "What editors write of a tag")
public record TagInput(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE)
                @Schema(description = LabelInput.SLUG, maxLength = Slug.LONGEST)
                String slug,
        @NotBlank @Size(max = 200) @Pattern(regexp = LabelInput.ONE_LINE, message = LabelInput.RULE)
                String name,
        @Schema(defaultValue = "topic") Tag.Type type,
        @Size(max = 2000) @Schema(description = "Plain text") String description,
        @WebUrl
                @Schema(
                        description = "The same thing elsewhere, such as its Wikidata page",
                        format = "uri",
                        maxLength = WebUrl.LONGEST)
                String sameAs)
        implements LabelInput {

    public TagInput {
        name = LabelInput.clean(name);
        type = type == null ? Tag.Type.TOPIC : type;
        description = LabelInput.clean(description);
    }
}
