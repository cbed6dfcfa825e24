package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.article.ArticleChanged.Action;

/**
 * Where an article is in its life. Only {@code published} and {@code scheduled} ones can ever be
 * visible.
 */
public enum ArticleState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("in-review")
    IN_REVIEW,
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("archived")
    ARCHIVED,
    @JsonProperty("taken-down")
    TAKEN_DOWN;

    /** Whether an article in this state may have this done to it: the contract's table. */
    boolean allows(Action action) {
        return switch (action) {
            case SUBMIT -> this == DRAFT;
            case SEND_BACK -> this == IN_REVIEW;
            case PUBLISH ->
                    this == DRAFT || this == IN_REVIEW || this == SCHEDULED || this == PUBLISHED;
            case SCHEDULE -> this == DRAFT || this == IN_REVIEW || this == PUBLISHED;
            case UNPUBLISH -> shown();
            case ARCHIVE -> this == DRAFT || this == PUBLISHED;
            case TAKEDOWN -> this == PUBLISHED || this == ARCHIVED;
            case RESTORE -> this == ARCHIVED || this == TAKEN_DOWN;
            case DELETE -> this == DRAFT || this == IN_REVIEW;
            case APPEAR, EXPIRE -> shown();
            case PROMOTE -> this == PUBLISHED;
            case CREATE -> false;
            case SAVE, CORRECT, RELATE, UNDO -> true;
        };
    }

    /** Whether readers can see an article in this state, if its times let them. */
    boolean shown() {
        return this == PUBLISHED || this == SCHEDULED;
    }
}
