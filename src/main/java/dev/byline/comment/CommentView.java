package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment as the public sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Comment", description = "A comment as readers see it")
public record CommentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID articleId,
        @Schema(description = "The comment that it answers; absent for a thread's head")
                UUID parentId,
        @Schema(required = true, minimum = "0", maximum = "6") int depth,
        @Schema(required = true) Author author,
        @Schema(required = true, description = "Plain text, as it was written") String text,
        @Schema(
                        required = true,
                        description =
                                "The text with paragraphs, line breaks and links, and no other markup")
                String html,
        @Schema(required = true) Instant createdAt,
        Instant editedAt,
        @Schema(
                        description =
                                "True for one that was removed and still has visible replies: its words"
                                        + " and its author are empty")
                Boolean removed,
        @Schema(
                        required = true,
                        minimum = "0",
                        description = "Visible comments below, at every level")
                int replyCount,
        @Schema(
                        description =
                                "The first replies below, in the order of the conversation; only where"
                                        + " threads are shown")
                List<CommentView> replies) {

    /** Who wrote it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CommentAuthor")
    public record Author(
            @Schema(required = true) String name,
            @Schema(description = "Link it with `rel=\"ugc nofollow noopener\"`", format = "uri")
                    String website,
            @Schema(
                            description =
                                    "Seed of a picture to draw beside the name: the same for the same name"
                                            + " on this site")
                    String avatar) {

        private static final Author NOBODY = new Author("", null, null);
    }

    /** Its words, or its empty place when it is not visible. */
    public static CommentView of(Comment comment, List<CommentView> replies) {
        return comment.visible() ? whole(comment, replies) : tombstone(comment, replies);
    }

    /** Whatever its state: for who wrote it. */
    public static CommentView whole(Comment comment, List<CommentView> replies) {
        return new CommentView(
                comment.id(),
                comment.articleId(),
                comment.parentId(),
                comment.depth(),
                new Author(comment.name(), comment.website(), seed(comment)),
                comment.text(),
                comment.html(),
                comment.createdAt(),
                comment.editedAt(),
                null,
                comment.below(),
                replies);
    }

    private static String seed(Comment comment) {
        return comment.avatar().isEmpty() ? null : comment.avatar();
    }

    private static CommentView tombstone(Comment comment, List<CommentView> replies) {
        return new CommentView(
                comment.id(),
                comment.articleId(),
                comment.parentId(),
                comment.depth(),
                Author.NOBODY,
                "",
                "",
                comment.createdAt(),
                null,
                true,
                comment.below(),
                replies);
    }
}
