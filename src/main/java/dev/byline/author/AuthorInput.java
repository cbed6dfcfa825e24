package dev.byline.author;

import dev.byline.platform.label.LabelInput;
import dev.byline.platform.slug.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What editors write of an author. */
@Schema(description = "What editors write of an author")
public record AuthorInput(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE)
                @Schema(description = LabelInput.SLUG, maxLength = Slug.LONGEST)
                String slug,
        @NotBlank @Size(max = 200) @Pattern(regexp = LabelInput.ONE_LINE, message = LabelInput.RULE)
                String name,
        @Size(max = 5000) @Schema(description = "Plain text") String bio,
        @Size(max = 36)
                @Schema(description = "Id of a media item of the kind `image`", format = "uuid")
                String portrait,
        @Size(max = 20) List<@NotNull @Valid Link> links)
        implements LabelInput {

    public AuthorInput {
        name = LabelInput.clean(name);
        bio = LabelInput.clean(bio);
        portrait = LabelInput.clean(portrait);
        links = links == null ? List.of() : links;
    }
}
