package dev.byline.edition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an article's related links may come from. */
public enum RelatedPolicy {
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("curated-only")
    CURATED_ONLY,
    @JsonProperty("none")
    NONE
}
