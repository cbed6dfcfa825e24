package dev.byline.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** The limits of the newsroom's door. */
@ConfigMapping(prefix = "byline.access")
interface LimitConfig {

    /** How many wrong keys one network (/24, or /48) may show in a minute. */
    @WithDefault("30")
    @Min(1)
    int wrongKeysPerMinute();
}
