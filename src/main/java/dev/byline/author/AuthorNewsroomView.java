package dev.byline.author;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.platform.label.Counted;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An author as editors see them. */
@Schema(name = "NewsroomAuthor")
public record AuthorNewsroomView(
        @JsonUnwrapped AuthorView author,
        @Schema(required = true, description = "Also the `ETag`") long version,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, description = "What to send to get the author as it is")
                AuthorInput input) {

    static AuthorNewsroomView of(Counted<Author> counted) {
        Author author = counted.label();
        return new AuthorNewsroomView(
                AuthorView.of(counted), author.version(), author.createdAt(), author.input());
    }
}
