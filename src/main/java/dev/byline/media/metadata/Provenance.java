package dev.byline.media.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where what is known of a picture comes from. */
public enum Provenance {
    /** Read from the file. */
    @JsonProperty("embedded")
    EMBEDDED,
    /** Written by somebody of the newsroom. */
    @JsonProperty("typed")
    TYPED,
    /** Delivered beside the file by the agency. */
    @JsonProperty("agency")
    AGENCY
}
