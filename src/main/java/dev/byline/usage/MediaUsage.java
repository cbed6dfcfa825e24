package dev.byline.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.article.ArticleState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article or author that uses a media item, and as what. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "MediaUsage",
        description = "An article or author that uses a media item, and as what")
public record MediaUsage(
        @Schema(description = "Absent where an author uses it") Article article,
        @Schema(description = "Absent where an article uses it") Author author,
        @Schema(required = true, description = "What the item is there") List<Role> roles,
        @Schema(
                        required = true,
                        description =
                                "Whether the published version uses it, or readers see the author")
                boolean published,
        @Schema(required = true, description = "Whether the working copy uses it")
                boolean workingCopy) {

    UUID id() {
        return article == null ? author.id() : article.id();
    }

    Instant createdAt() {
        return article == null ? author.createdAt() : article.createdAt();
    }

    /** The article as its working copy calls it. */
    @Schema(name = "MediaUser")
    public record Article(
            @Schema(required = true) UUID id,
            @Schema(required = true) String slug,
            @Schema(required = true) String headline,
            @Schema(required = true) ArticleState state,
            @Schema(required = true) Instant createdAt) {}

    /** The author as the newsroom calls them. */
    @Schema(name = "MediaSitter")
    public record Author(
            @Schema(required = true) UUID id,
            @Schema(required = true) String slug,
            @Schema(required = true) String name,
            @Schema(required = true) Instant createdAt) {}

    /** A place of an article, or an author's picture. */
    @Schema(name = "MediaRole")
    public enum Role {
        @JsonProperty("lead")
        LEAD,
        @JsonProperty("body")
        BODY,
        @JsonProperty("gallery")
        GALLERY,
        @JsonProperty("portrait")
        PORTRAIT
    }
}
