package dev.byline.correction;

import dev.byline.article.CorrectionNote;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What readers are to be told about a mistake and its repair. */
record CorrectionInput(
        @Schema(required = true) @NotNull CorrectionNote.Kind kind,
        @Schema(
                        required = true,
                        examples = "\"An earlier version gave the wrong height of the gates.\"")
                @NotBlank
                @Size(max = 2000)
                String text) {}
