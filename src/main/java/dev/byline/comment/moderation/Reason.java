package dev.byline.comment.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a comment is not shown at once. */
@Schema(name = "HoldReason")
public enum Reason {
    /** The trap that people leave empty was filled in. */
    @JsonProperty("trap")
    TRAP,
    /** The form token is missing, forged, too old, or came back too fast. */
    @JsonProperty("form-token")
    FORM_TOKEN,
    @JsonProperty("links")
    LINKS,
    @JsonProperty("repeated")
    REPEATED,
    @JsonProperty("banned-word")
    BANNED_WORD,
    @JsonProperty("suspect-word")
    SUSPECT_WORD,
    @JsonProperty("newcomer")
    NEWCOMER,
    @JsonProperty("capitals")
    CAPITALS,
    @JsonProperty("email-velocity")
    EMAIL_VELOCITY,
    @JsonProperty("address-velocity")
    ADDRESS_VELOCITY,
    @JsonProperty("banned-commenter")
    BANNED_COMMENTER,
    @JsonProperty("watched-commenter")
    WATCHED_COMMENTER,
    /** The article's policy is premoderated. */
    @JsonProperty("policy")
    POLICY,
    @JsonProperty("spam-service")
    SPAM_SERVICE,
    /** Readers reported it. */
    @JsonProperty("reported")
    REPORTED
}
