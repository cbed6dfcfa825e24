package dev.byline.access.key;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a key changes its secret. */
record RotationInput(
        @Min(0)
                @Max(720)
                @Schema(
                        description = "For how many hours the present secret still works",
                        defaultValue = "24")
                Integer overlapHours) {

    private static final int BY_DEFAULT = 24;

    static Duration overlap(RotationInput input) {
        boolean given = input != null && input.overlapHours != null;
        return Duration.ofHours(given ? input.overlapHours : BY_DEFAULT);
    }
}
