package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of thing a tag stands for. */
public enum TagType {
    @JsonProperty("topic")
    TOPIC,
    @JsonProperty("person")
    PERSON,
    @JsonProperty("organisation")
    ORGANISATION,
    @JsonProperty("place")
    PLACE,
    @JsonProperty("event")
    EVENT,
    @JsonProperty("series")
    SERIES,
    @JsonProperty("keyword")
    KEYWORD
}
