package dev.byline.comment.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.platform.http.WebUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reader sends to leave a reply. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewComment", description = "What a reader sends to leave a reply")
public record CommentInput(
        @Schema(required = true) @NotNull @Valid Author author,
        @Schema(required = true, description = "Plain text") @NotBlank @Size(max = TEXT)
                String text,
        @Schema(description = "The comment that is answered; the article itself when absent")
                UUID parentId,
        @Schema(description = "That the reader agrees to the form's `consentText`") Boolean consent,
        @Schema(description = "The form's `token`") @Size(max = 100) String formToken,
        @Schema(
                        description =
                                "Whether to be told of replies by e-mail, after a confirmation; without"
                                        + " effect where the form has no such field")
                Boolean notifyReplies,
        @Schema(description = "A trap: leave it empty, and hide it from people") @Size(max = 2000)
                String url2) {

    public static final int NAME = 80;
    public static final int EMAIL = 254;
    public static final int WEBSITE = 500;
    public static final int TEXT = 5000;

    // One line, and nothing that turns the direction of what stands after it or hides in it.
    private static final String LINE =
            "[^\\p{Cntrl}\\u2028\\u2029\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]*";
    private static final String MAILBOX =
            "[^\\s\\p{Cntrl}@<>\"(),:;\\\\\\[\\]]{1,64}@[^\\s\\p{Cntrl}@<>\"(),:;\\\\\\[\\].]{1,63}"
                    + "(\\.[^\\s\\p{Cntrl}@<>\"(),:;\\\\\\[\\].]{1,63}){1,8}";

    /** Who writes. */
    @Schema(name = "NewCommentAuthor")
    public record Author(
            @Schema(required = true)
                    @NotBlank
                    @Size(max = NAME)
                    @Pattern(regexp = LINE, message = "must be one line of plain text")
                    String name,
            @Schema(required = true, description = "Never published", format = "email")
                    @NotBlank
                    @Size(max = EMAIL)
                    @Pattern(regexp = MAILBOX, message = "must be an e-mail address")
                    String email,
            @Schema(format = "uri") @WebUrl @Size(max = WEBSITE) String website) {

        // Records print their members; this one holds an address.
        @Override
        public String toString() {
            return "Author[]";
        }
    }
}
