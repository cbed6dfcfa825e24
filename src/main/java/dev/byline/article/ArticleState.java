package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonProperty;

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
    TAKEN_DOWN
}
