package dev.byline.related;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.platform.http.WebUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole list of an article's curated links, in order. */
@Schema(description = "The whole list of an article's curated links, in order")
public record RelatedInput(
        @Schema(required = true) @NotNull @Size(max = 50) List<@NotNull @Valid Item> items) {

    /** A link to an article, or to a page elsewhere with a title of its own. */
    @Schema(name = "RelatedLinkInput", description = "Names an article or an external URL")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(required = true) @NotNull Rel rel,
            @Schema(description = "Id or slug of an article") @Size(min = 1, max = 120)
                    String article,
            @Schema(
                            description = "Absolute http(s) URL; it is never fetched by the server",
                            maxLength = WebUrl.LONGEST)
                    @WebUrl
                    String url,
            @Schema(description = "Needed with `url`; else instead of the article's headline")
                    @Size(min = 1, max = 300)
                    String title,
            @Schema(description = "Whether the other article links back; `false` when absent")
                    Boolean mutual) {}
}
