package dev.byline.access.key;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The first key. */
@ConfigMapping(prefix = "byline")
interface AccessConfig {

    /**
     * The bootstrap admin key, 32 visible ASCII characters or more; without it one is made when the
     * database holds no usable admin key.
     */
    Optional<String> adminKey();
}
