package dev.byline.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.article.ArticleState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article that uses a media item, and as what. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MediaUsage", description = "An article that uses a media item, and as what")
public record MediaUsage(
        @Schema(required = true) Article article,
        @Schema(required = true, description = "What the item is in the article") List<Role> roles,
        @Schema(required = true, description = "Whether the published version uses it")
                boolean published,
        @Schema(required = true, description = "Whether the working copy uses it")
                boolean workingCopy) {

    /** The article as its working copy calls it. */
    @Schema(name = "MediaUser")
    public record Article(
            @Schema(required = true) UUID id,
            @Schema(required = true) String slug,
            @Schema(required = true) String headline,
            @Schema(required = true) ArticleState state,
            @Schema(required = true) Instant createdAt) {}

    /** A place of an article. */
    @Schema(name = "MediaRole")
    public enum Role {
        @JsonProperty("lead")
        LEAD,
        @JsonProperty("body")
        BODY,
        @JsonProperty("gallery")
        GALLERY
    }
}
