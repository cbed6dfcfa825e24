package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.edition.ArticleInput.Comments.Policy;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether readers may reply to an article, until when, and how many visible replies it has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ArticleComments", description = "Whether readers may reply, and how many have")
public record CommentFacts(
        @Schema(required = true) Policy policy,
        @Schema(required = true, description = "Whether a reply is accepted now") boolean open,
        @Schema(description = "Absent when they never close") Instant closesAt,
        @Schema(description = "Visible comments; not in lists", minimum = "0") Long count) {}
