package dev.byline.delivery.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The cache of finished public replies. */
@ConfigMapping(prefix = "byline.cache")
interface CacheConfig {

    /** Whether finished replies are kept at all. */
    @WithDefault("true")
    boolean enabled();

    /** How much memory they may take. */
    @WithDefault("64M")
    MemorySize size();

    /** A larger reply is not kept. */
    @WithDefault("512K")
    MemorySize largestReply();

    /** For how long copies are served while the database does not answer. */
    @WithDefault("5m")
    Duration withoutDatabase();

    /** Caches in front that are told what became stale, such as Varnish; none by default. */
    Optional<List<String>> purgeUrls();

    /** Whether replies tell what they were built from ({@code Surrogate-Key}), for such caches. */
    @WithDefault("false")
    boolean surrogateKeys();

    /** How many public reads may be made at a time; further ones are asked to come back. */
    @WithDefault("120")
    int madeAtATime();
}
