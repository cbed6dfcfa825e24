package dev.byline.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of the log, and where to read on. */
record ChangePage(
        @Schema(required = true) List<Change> items,
        @Schema(required = true) @JsonProperty("page") Info info) {

    /** Where the stretch ends. */
    @Schema(name = "ChangePageInfo")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Info(
            @Schema(required = true, minimum = "1", maximum = "100") int limit,
            @Schema(description = "The same as `after`, when there is more to read now")
                    String next,
            @Schema(required = true, description = "What to send as `after` next time")
                    String after) {}
}
