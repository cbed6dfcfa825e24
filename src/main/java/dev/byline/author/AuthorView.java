package dev.byline.author;

import dev.byline.platform.label.Counted;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An author as readers' apps see them. */
@Schema(name = "Author", description = "Somebody whom articles credit")
public record AuthorView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String slug,
        @Schema(required = true) String name,
        @Schema(description = "Plain text") String bio,
        @Schema(required = true) List<Link> links,
        @Schema(required = true, description = "Number of visible articles") long articleCount) {

    static AuthorView of(Counted<Author> counted) {
        Author author = counted.label();
        return new AuthorView(
                author.id(),
                author.slug(),
                author.name(),
                author.bio(),
                author.links(),
                counted.articles());
    }
}
