package dev.byline.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.article.ArticleState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article, author or video that uses a media item, and as what. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "MediaUsage",
        description = "An article, author or video that uses a media item, and as what")
public record MediaUsage(
        @Schema(description = "The article that uses it, if it is one") Article article,
        @Schema(description = "The author whom it shows, if it is one") Author author,
        @Schema(description = "The video that it stands for, if it is one") Video video,
        @Schema(required = true, description = "What the item is there") List<Role> roles,
        @Schema(
                        required = true,
                        description =
                                "Whether the published version uses it, or readers see the author or the video")
                boolean published,
        @Schema(required = true, description = "Whether the working copy uses it")
                boolean workingCopy) {

    UUID id() {
        return article != null ? article.id() : author != null ? author.id() : video.id();
    }

    Instant createdAt() {
        return article != null
                ? article.createdAt()
                : author != null ? author.createdAt() : video.createdAt();
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

    /** A video as the newsroom calls it. */
    @Schema(name = "MediaPlayed")
    public record Video(
            @Schema(required = true) UUID id,
            String headline,
            @Schema(required = true) Instant createdAt) {}

    /** A place of an article, an author's picture, or a video's. */
    @Schema(name = "MediaRole")
    public enum Role {
        @JsonProperty("lead")
        LEAD,
        @JsonProperty("body")
        BODY,
        @JsonProperty("gallery")
        GALLERY,
        @JsonProperty("portrait")
        PORTRAIT,
        @JsonProperty("poster")
        POSTER
    }
}
