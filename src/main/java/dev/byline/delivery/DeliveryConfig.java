package dev.byline.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What browsers and caches in front are told about public replies. */
@ConfigMapping(prefix = "byline.delivery")
public interface DeliveryConfig {

    /** For how long a reply counts as fresh (`max-age`), by what is read. */
    MaxAge maxAge();

    /**
     * For how long after that a copy may be shown while a new one is fetched
     * (`stale-while-revalidate`); whatever is withdrawn may show for as long.
     */
    @WithDefault("0s")
    Duration staleWhileRevalidate();

    /**
     * For how long after that a cache may show its copy while Byline can't be reached
     * (`stale-if-error`).
     */
    @WithDefault("0s")
    Duration staleIfError();

    /**
     * What caches that are purged by key are told instead (`CDN-Cache-Control`,
     * `Surrogate-Control`); nothing by default.
     */
    Optional<Duration> cdnMaxAge();

    /** The families of routes. */
    interface MaxAge {

        /**
         * For how long articles count as fresh (`max-age`), lists of them, related links and
         * corrections too.
         */
        @WithDefault("10s")
        Duration articles();

        /** For how long comments, and their counts. */
        @WithDefault("10s")
        Duration comments();

        /** For how long media items; files have a time of their own. */
        @WithDefault("10s")
        Duration media();

        /** For how long sections, tags and authors. */
        @WithDefault("10s")
        Duration labels();

        /** For how long the replies of search. */
        @WithDefault("10s")
        Duration search();
    }
}
