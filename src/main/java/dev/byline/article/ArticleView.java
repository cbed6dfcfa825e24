package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.edition.ShownBlock;
import dev.byline.platform.page.Page;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One article whole: what lists show, and its body. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Article", description = "An article with its body")
public record ArticleView(
        @JsonUnwrapped ArticleSummary summary,
        @Schema(required = true, implementation = ShownBlock[].class) @JsonRawValue String body,
        @Schema(required = true, description = "Oldest first") List<CorrectionNote> corrections,
        @Schema(description = "First pages of what `include` named")
                Map<String, Page<?>> included) {}
