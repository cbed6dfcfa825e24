package dev.byline.related;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.article.ArticleSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link that a reader may follow from an article. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RelatedLink", description = "A link that a reader may follow from an article")
public record RelatedView(
        @Schema(required = true) Rel rel,
        @Schema(required = true) Origin origin,
        @Schema(required = true, description = "The editor's wording, else the headline")
                String title,
        @Schema(
                        required = true,
                        format = "uri-reference",
                        description = "Address in this API of an article, else the external URL")
                String url,
        @Schema(description = "The linked article; absent for an external URL")
                ArticleSummary article,
        @Schema(description = "How near an automatic link is; compares links of one reply only")
                Double score) {

    /** Who chose the link. */
    @Schema(name = "RelatedOrigin")
    public enum Origin {
        @JsonProperty("curated")
        CURATED,
        @JsonProperty("automatic")
        AUTOMATIC
    }
}
