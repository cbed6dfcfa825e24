package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A working copy as the newsroom's lists show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewsroomArticleSummary")
public record ArticleNewsroomSummary(
        @JsonUnwrapped ArticleSummary summary,
        @Schema(required = true) ArticleState state,
        @Schema(required = true) long version,
        @Schema(required = true) boolean hasUnpublishedChanges,
        Instant embargoUntil,
        Instant expiresAt,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant savedAt,
        @Schema(required = true) String createdBy) {

    static ArticleNewsroomSummary of(ArticleRow row, ArticleRow.Desk desk, ArticleSummary summary) {
        return new ArticleNewsroomSummary(
                summary,
                desk.state(),
                desk.version(),
                desk.unpublishedChanges(row.edition()),
                desk.embargoUntil(),
                desk.expiresAt(),
                desk.createdAt(),
                desk.savedAt(),
                desk.createdBy());
    }
}
