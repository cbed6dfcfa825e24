package dev.byline.author;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.media.MediaView;
import dev.byline.platform.label.Counted;
import dev.byline.platform.openapi.Kinds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An author as readers' apps see them. */
@Schema(name = "Author", description = "Somebody whom articles credit")
public record AuthorView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String slug,
        @Schema(required = true) String name,
        @Schema(description = "Plain text") String bio,
        @Kinds("image") @Schema(description = "A picture, with its credit") MediaView portrait,
        @Schema(required = true) List<Link> links,
        @Schema(required = true, description = "Number of visible articles") long articleCount) {

    static AuthorView of(Counted<Author> counted, Map<UUID, MediaView> portraits) {
        Author author = counted.label();
        return new AuthorView(
                author.id(),
                author.slug(),
                author.name(),
                author.bio(),
                portraits.get(author.portrait()),
                author.links(),
                counted.articles());
    }

    /** An author as editors see them. */
    public record NewsroomAuthor(
            @JsonUnwrapped AuthorView author,
            @Schema(required = true, description = "Also the `ETag`") long version,
            @Schema(required = true) Instant createdAt,
            @Schema(required = true, description = "What to send to get the author as it is")
                    AuthorInput input) {

        static NewsroomAuthor of(Counted<Author> counted, Map<UUID, MediaView> portraits) {
            Author author = counted.label();
            return new NewsroomAuthor(
                    AuthorView.of(counted, portraits),
                    author.version(),
                    author.createdAt(),
                    author.input());
        }
    }
}
