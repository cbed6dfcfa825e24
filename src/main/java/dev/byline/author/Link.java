package dev.byline.author;

import dev.byline.platform.http.WebUrl;
import dev.byline.platform.label.LabelInput;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where else to find an author. */
@Schema(name = "AuthorLink", description = "Where else to find an author")
public record Link(
        @NotBlank @Size(max = 200) @Pattern(regexp = LabelInput.ONE_LINE, message = LabelInput.RULE)
                String title,
        @NotNull @WebUrl @Schema(format = "uri", maxLength = WebUrl.LONGEST) String url) {}
