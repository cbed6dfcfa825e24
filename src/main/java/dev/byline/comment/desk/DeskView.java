package dev.byline.comment.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.moderation.Judgement.Finding;
import dev.byline.comment.person.CommenterView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment as moderators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewsroomComment", description = "A comment as moderators see it")
record DeskView(
        @Schema(required = true) UUID id,
        @Schema(required = true) ArticleName article,
        UUID parentId,
        @Schema(required = true) CommentState state,
        @Schema(required = true, description = "Also the `ETag`") long version,
        @Schema(required = true) String name,
        String website,
        @Schema(required = true) String text,
        @Schema(required = true) String html,
        @Schema(required = true) Instant createdAt,
        Instant editedAt,
        @Schema(description = "What the reader agreed to; empty when nothing was asked")
                String consent,
        @Schema(required = true, description = "Why it was not shown at once")
                List<Finding> findings,
        @Schema(required = true, description = "Reports by readers that nobody decided about")
                int reports,
        @Schema(required = true) CommenterView commenter,
        @Schema(description = "Only on one comment; the latest first")
                List<Decision.View> decisions) {

    /** The article that is discussed. */
    @Schema(name = "DiscussedArticle")
    record ArticleName(
            @Schema(required = true) UUID id,
            @Schema(required = true) String slug,
            @Schema(required = true) String headline) {}

    static DeskView of(
            Comment comment,
            ArticleName article,
            CommenterView commenter,
            List<Decision.View> decisions) {
        return new DeskView(
                comment.id(),
                article,
                comment.parentId(),
                comment.state(),
                comment.version(),
                comment.name(),
                comment.website(),
                comment.text(),
                comment.html(),
                comment.createdAt(),
                comment.editedAt(),
                comment.consent(),
                comment.findings(),
                comment.reports(),
                commenter,
                decisions);
    }
}
