package dev.byline.comment.reply;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What readers may change in their own comment. */
@Schema(name = "CommentEdit", description = "What readers may change in their own comment")
public record CommentEdit(
        @Schema(required = true, description = "Plain text")
                @NotBlank
                @Size(max = CommentInput.TEXT)
                String text) {}
