package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What readers are told about a mistake in an article and its repair. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Correction")
public record CorrectionNote(
        @Schema(required = true) UUID id,
        @Schema(required = true) Kind kind,
        @Schema(required = true) String text,
        @Schema(required = true) Instant at,
        @Schema(description = "Since when it is withdrawn; what it said stays to be read")
                Instant withdrawnAt) {

    /** What kind of note it is. */
    @Schema(name = "CorrectionKind")
    public enum Kind {
        @JsonProperty("correction")
        CORRECTION,
        @JsonProperty("clarification")
        CLARIFICATION,
        @JsonProperty("update")
        UPDATE,
        @JsonProperty("retraction")
        RETRACTION
    }
}
