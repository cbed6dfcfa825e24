package dev.byline.comment.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.CommentView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment as who wrote it sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PostedComment", description = "A comment as who wrote it sees it")
public record PostedComment(
        @JsonUnwrapped CommentView comment,
        @Schema(
                        required = true,
                        enumeration = {"visible", "held"},
                        description = "Whether readers see it, or a moderator looks at it first")
                CommentState state,
        @Schema(required = true) Edit edit) {

    /** How to change or remove it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CommentEditRight")
    public record Edit(
            @Schema(description = "To send as `Edit-Token`; only told once, when it is posted")
                    String token,
            @Schema(required = true) Instant until) {

        // Records print their members; this one holds a secret.
        @Override
        public String toString() {
            return "Edit[until=" + until + "]";
        }
    }

    /** Whoever wrote it learns no more than that it is held: a robot would try again. */
    public static PostedComment of(Comment comment, String token) {
        return new PostedComment(
                CommentView.whole(comment, null),
                comment.visible() ? CommentState.VISIBLE : CommentState.HELD,
                new Edit(token, comment.editUntil()));
    }
}
