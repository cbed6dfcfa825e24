package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.platform.page.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what was found. */
@Schema(description = "One page of what was found")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchReply(
        @Schema(required = true) List<SearchHit> items,
        @Schema(required = true) Page.Info page,
        @Schema(required = true, description = "Counted over the first 10,000 articles found")
                Facets facets,
        @Schema(
                        description =
                                "The query with words that visible articles have, when it found nothing")
                String didYouMean) {}
