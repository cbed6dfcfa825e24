package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;

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
    KEYWORD;

    /** The type that a parameter names; null without one. */
    static TagType read(String name, Flaws flaws) {
        if (name == null) {
            return null;
        }
        return Kebab.parse(TagType.class, name)
                .orElseGet(
                        () -> {
                            flaws.in(
                                    "type",
                                    Flaw.UNKNOWN,
                                    "must be one of " + Kebab.names(TagType.class));
                            return null;
                        });
    }
}
