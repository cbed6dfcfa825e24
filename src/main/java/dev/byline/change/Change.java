package dev.byline.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change that readers can see. */
@Schema(description = "An item that changed for readers")
record Change(
        @Schema(required = true) Kind kind,
        @Schema(required = true) UUID id,
        @Schema(
                        required = true,
                        description =
                                "How the item is now: `upsert`, read it again; `gone`, forget it")
                Op op,
        @Schema(required = true, description = "When it changed") Instant at,
        @JsonIgnore ChangePlace place) {

    /** What kind of item. */
    @Schema(name = "ChangeKind")
    enum Kind {
        @JsonProperty("article")
        ARTICLE,
        @JsonProperty("section")
        SECTION,
        @JsonProperty("tag")
        TAG,
        @JsonProperty("author")
        AUTHOR,
        @JsonProperty("media")
        MEDIA,
        @JsonProperty("comment")
        COMMENT
    }

    /** What to do about it. */
    @Schema(name = "ChangeOp")
    enum Op {
        @JsonProperty("upsert")
        UPSERT,
        @JsonProperty("gone")
        GONE
    }
}
