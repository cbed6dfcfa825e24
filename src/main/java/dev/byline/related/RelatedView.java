package dev.byline.related;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.article.ArticleSummary;
import dev.byline.platform.openapi.Kinds;
import dev.byline.platform.openapi.OfKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link that a reader may follow from an article. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Kinds
@Schema(name = "RelatedLink", description = "A link that a reader may follow from an article")
public record RelatedView(
        @Schema(required = true) Kind kind,
        @Schema(required = true) Rel rel,
        @Schema(required = true) Origin origin,
        @Schema(required = true, description = "The editor's wording, else the headline")
                String title,
        @Schema(
                        required = true,
                        format = "uri-reference",
                        description = "Address in this API of an article, else the external URL")
                String url,
        @OfKind(value = "article", always = true) @Schema(description = "The linked article")
                ArticleSummary article,
        @OfKind("article")
                @Schema(
                        description =
                                "How near an automatic link is; compares links of one reply only")
                Double score) {

    /** What the link leads to. */
    @Schema(name = "RelatedKind")
    public enum Kind {
        @JsonProperty("article")
        ARTICLE,
        @JsonProperty("external")
        EXTERNAL
    }

    /** Who chose the link. */
    @Schema(name = "RelatedOrigin")
    public enum Origin {
        @JsonProperty("curated")
        CURATED,
        @JsonProperty("automatic")
        AUTOMATIC
    }
}
