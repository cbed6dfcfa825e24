package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be wrong with a comment, for readers who report it and moderators who reject it. */
@Schema(name = "CommentGrounds")
public enum Grounds {
    @JsonProperty("offensive")
    OFFENSIVE,
    @JsonProperty("spam")
    SPAM,
    @JsonProperty("off-topic")
    OFF_TOPIC,
    @JsonProperty("personal-data")
    PERSONAL_DATA,
    @JsonProperty("illegal")
    ILLEGAL,
    @JsonProperty("other")
    OTHER
}
