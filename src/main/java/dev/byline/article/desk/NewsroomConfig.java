package dev.byline.article.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the newsroom works. */
@ConfigMapping(prefix = "byline.newsroom")
interface NewsroomConfig {

    /** Whether nobody publishes what they had a hand in, and drafts are submitted first. */
    @WithDefault("false")
    boolean reviewRequired();

    /**
     * How often the passing of times of publication and the like is written down; or {@code off}.
     */
    @WithDefault("5s")
    String settleEvery();
}
