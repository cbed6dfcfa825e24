package dev.byline.comment.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.comment.CommentState;
import dev.byline.comment.Grounds;
import dev.byline.comment.desk.Decision.Action;
import dev.byline.comment.moderation.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One decision about many comments: those with these ids, or those that a filter finds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One decision about many comments, named by `ids` or found by `filter`")
record BulkInput(
        @Schema(required = true) @NotNull Action action,
        @Size(min = 1, max = 100) List<@NotNull UUID> ids,
        @Valid Filter filter,
        @Schema(description = "Needed to reject") Grounds reason,
        @Size(max = 1000) String note,
        @Schema(description = "Only tells how many it would be", defaultValue = "false")
                Boolean dryRun) {

    /** As the parameters of the list. */
    @Schema(name = "BulkFilter")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filter(
            @Schema(defaultValue = "held") CommentState state,
            Reason reason,
            @Schema(description = "Id or slug") @Size(min = 1, max = 120) String article,
            UUID commenter) {}

    @AssertTrue(message = "send ids or filter, one of them")
    @Schema(hidden = true)
    boolean isFilter() {
        return (ids == null) != (filter == null);
    }

    @AssertTrue(message = "is needed to reject, and for that alone")
    @Schema(hidden = true)
    boolean isReason() {
        return action == null || (reason != null) == (action == Action.REJECT);
    }
}
