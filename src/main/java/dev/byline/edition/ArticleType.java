package dev.byline.edition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of journalism an article is. */
public enum ArticleType {
    @JsonProperty("story")
    STORY,
    @JsonProperty("opinion")
    OPINION,
    @JsonProperty("analysis")
    ANALYSIS,
    @JsonProperty("interview")
    INTERVIEW,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("gallery")
    GALLERY,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("liveblog")
    LIVEBLOG
}
