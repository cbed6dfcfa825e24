package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How to publish: when, between which gates, and how large the update is. All optional. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "How to publish. All members are optional; absent gates stay as they are, null clears them.")
public record Publication(
        @Schema(description = "Time of publication, now or in the past; now when absent")
                Instant at,
        @Schema(
                        implementation = Instant.class,
                        nullable = true,
                        description = "Nobody outside sees it before")
                Optional<Instant> embargoUntil,
        @Schema(
                        implementation = Instant.class,
                        nullable = true,
                        description = "Nobody outside sees it from then on")
                Optional<Instant> expiresAt,
        @Schema(description = "`material` moves `updatedAt`; `minor`, the default, doesn't")
                Update update) {

    /** Whether readers should be told of the change. */
    @Schema(name = "UpdateKind")
    public enum Update {
        @JsonProperty("minor")
        MINOR,
        @JsonProperty("material")
        MATERIAL
    }

    /** Publication without further wishes. */
    public static final Publication NOW = at(null);

    /** A material update of what is published. */
    public static final Publication MATERIAL = new Publication(null, null, null, Update.MATERIAL);

    public static Publication at(Instant time) {
        return new Publication(time, null, null, null);
    }
}
