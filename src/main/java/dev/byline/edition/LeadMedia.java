package dev.byline.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.media.MediaView;
import dev.byline.platform.openapi.Kinds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The picture or video that stands for an article, as replies show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LeadMedia", description = "The picture or video that stands for the article")
public record LeadMedia(
        @Kinds({"image", "video"}) @Schema(required = true) MediaView media,
        @Schema(description = "In place of the item's own caption") String caption,
        @Schema(description = "In place of the item's own alternative text") String alt) {}
