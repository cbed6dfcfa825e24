package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an article is taken down: a class that readers are told, and a note that they are not. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Takedown(
        @Schema(required = true, description = "What readers are told, and nothing else") @NotNull
                Reason reason,
        @Schema(description = "For the newsroom only") @Size(max = 2000) String note) {

    /** The reasons that there are. */
    @Schema(name = "TakedownReason")
    public enum Reason {
        @JsonProperty("legal")
        LEGAL,
        @JsonProperty("rights")
        RIGHTS,
        @JsonProperty("privacy")
        PRIVACY,
        @JsonProperty("error")
        ERROR,
        @JsonProperty("other")
        OTHER
    }
}
