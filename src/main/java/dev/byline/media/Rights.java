package dev.byline.media;

import dev.byline.platform.label.LabelInput;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When and where a media item may be shown; outside that time it is withheld. */
@Schema(
        description =
                "When and where it may be shown. Outside the time it is withheld; territories and channels are told.")
public record Rights(
        @Schema(description = "Shown from this moment on") Instant validFrom,
        @Schema(description = "Shown before this moment only") Instant validUntil,
        @Schema(description = "ISO 3166 codes; empty: everywhere", examples = "[\"GB\",\"IE\"]")
                @Size(max = 300)
                List<
                                @NotNull
                                @Pattern(
                                        regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?|[0-9]{3}",
                                        message = "must be a code such as GB, US-CA or 150")
                                String>
                        territories,
        @Schema(description = "Empty: all", examples = "[\"web\",\"app\"]") @Size(max = 50)
                List<
                                @NotNull @Size(min = 1, max = 50)
                                @Pattern(regexp = LabelInput.ONE_LINE, message = LabelInput.RULE)
                                String>
                        channels) {

    static final Rights UNLIMITED = new Rights(null, null, List.of(), List.of());

    public Rights {
        territories = territories == null ? List.of() : territories;
        channels = channels == null ? List.of() : channels;
    }
}
