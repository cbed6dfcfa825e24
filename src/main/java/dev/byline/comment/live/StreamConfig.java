package dev.byline.comment.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many readers may listen for new comments. */
@ConfigMapping(prefix = "byline.comment.stream")
interface StreamConfig {

    /** Streams at a time of one address. */
    @WithDefault("6")
    int perAddress();

    /** Streams at a time on this node. */
    @WithDefault("2000")
    int total();
}
