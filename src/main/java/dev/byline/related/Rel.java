package dev.byline.related;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a linked article or page is to the article that links to it. */
@Schema(name = "Rel")
public enum Rel {
    @JsonProperty("related")
    RELATED,
    @JsonProperty("background")
    BACKGROUND,
    @JsonProperty("previous")
    PREVIOUS,
    @JsonProperty("next")
    NEXT,
    @JsonProperty("series")
    SERIES,
    @JsonProperty("source")
    SOURCE
}
