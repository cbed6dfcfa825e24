package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.article.ArticleSummary;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article that matches, and where. */
@Schema(description = "An article that matches, and where")
public record SearchHit(
        @JsonUnwrapped ArticleSummary article, @Schema(required = true) Highlights highlights) {

    /** Where an article matches: escaped HTML in which only {@code <mark>} is markup. */
    @Schema(description = "Where it matches: escaped HTML in which only `<mark>` is markup")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Highlights(
            @Schema(description = "The whole headline") String headline,
            @Schema(description = "The whole standfirst") String standfirst,
            @Schema(required = true, description = "Passages of the body") List<String> body) {

        static final Highlights NONE = new Highlights(null, null, List.of());
    }
}
