package dev.byline.revision;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.body.Block;
import dev.byline.body.PlainText;
import dev.byline.edition.ArticleInput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision whole. */
@Schema(name = "Revision", description = "A saved version of an article")
record RevisionView(
        @JsonUnwrapped RevisionSummary summary,
        @Schema(
                        required = true,
                        implementation = ArticleInput.class,
                        description = "Exactly what was typed")
                @JsonRawValue
                String input,
        @Schema(required = true) Rendered rendered) {

    /** What readers would be shown of it. */
    @Schema(name = "RenderedRevision", description = "What readers would be shown of the body")
    record Rendered(
            @Schema(required = true) List<Block> body,
            @Schema(required = true, description = "The body without markup") String text,
            @Schema(required = true) int wordCount,
            @Schema(required = true) int readingMinutes) {

        static Rendered of(List<Block> body) {
            String text = PlainText.of(body);
            return new Rendered(body, text, PlainText.words(text), PlainText.minutes(text));
        }
    }
}
