package dev.byline.comment.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a rule makes of a comment, the mildest first. */
public enum Verdict {
    @JsonProperty("pass")
    PASS,
    @JsonProperty("hold")
    HOLD,
    @JsonProperty("spam")
    SPAM,
    @JsonProperty("reject")
    REJECT
}
