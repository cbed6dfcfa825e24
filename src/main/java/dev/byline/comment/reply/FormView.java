package dev.byline.comment.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client needs to draw the form. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CommentForm", description = "What a client needs to draw the form")
record FormView(
        @Schema(required = true, description = "Whether a comment is accepted now") boolean open,
        Instant closesAt,
        @Schema(required = true) List<Field> fields,
        @Schema(description = "To show beside the form") String notice,
        @Schema(description = "What readers must agree to: send `consent` true") String consentText,
        @Schema(description = "To send back as `formToken`; good for a day and this article alone")
                String token) {

    /** A member of the comment; dots lead into objects. */
    @Schema(name = "CommentFormField")
    record Field(
            @Schema(required = true, examples = "\"author.name\"") String name,
            @Schema(required = true) boolean required,
            @Schema(description = "In UTF-16 code units") Integer maxLength) {}
}
