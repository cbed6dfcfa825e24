package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a comment. */
public enum CommentState {
    @JsonProperty("held")
    HELD,
    @JsonProperty("visible")
    VISIBLE,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("spam")
    SPAM,
    @JsonProperty("deleted")
    DELETED
}
