package dev.byline.access.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an attempt ended. */
enum Outcome {
    @JsonProperty("done")
    DONE,

    @JsonProperty("refused")
    REFUSED;

    static final int FIRST_REFUSAL = 400;

    static Outcome of(int status) {
        return status < FIRST_REFUSAL ? DONE : REFUSED;
    }
}
