package dev.byline.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** The limits of the newsroom's door. Public for the validator of configuration, which calls it. */
@ConfigMapping(prefix = "byline.access")
public interface LimitConfig {

    /** How many wrong keys one network (/24, or /48) may show in a minute. */
    @WithDefault("30")
    @Min(1)
    int wrongKeysPerMinute();
}
