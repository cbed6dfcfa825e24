package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.edition.ArticleInput;
import dev.byline.edition.RelatedPolicy;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The working copy of an article as the newsroom sees it, with the write record that made it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "NewsroomArticle",
        description = "The working copy of an article, and what was typed")
public record ArticleNewsroomView(
        @JsonUnwrapped ArticleView article,
        @Schema(required = true) ArticleState state,
        @Schema(required = true, description = "Also the `ETag`") long version,
        @Schema(
                        required = true,
                        description = "Whether the working copy differs from what is published")
                boolean hasUnpublishedChanges,
        Instant embargoUntil,
        Instant expiresAt,
        @Schema(description = "When the scheduled next version takes the published one's place")
                Instant nextVersionAt,
        @Schema(description = "Why the article was taken down") Takedown takedown,
        Instant takenDownAt,
        @Schema(required = true) RelatedPolicy relatedPolicy,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, description = "Time of the last save") Instant savedAt,
        @Schema(required = true, description = "Id of the key that created it") String createdBy,
        @Schema(
                        required = true,
                        implementation = ArticleInput.class,
                        description = "Exactly what was typed")
                @JsonRawValue
                String input) {

    static ArticleNewsroomView of(
            ArticleRow row, ArticleRow.Desk desk, ArticleView article, String input) {
        return new ArticleNewsroomView(
                article,
                desk.state(),
                desk.version(),
                desk.unpublishedChanges(row.edition()),
                desk.embargoUntil(),
                desk.expiresAt(),
                desk.nextVersionAt(),
                desk.takedown(),
                desk.takenDownAt(),
                row.relatedPolicy(),
                desk.createdAt(),
                desk.savedAt(),
                desk.createdBy(),
                input);
    }
}
