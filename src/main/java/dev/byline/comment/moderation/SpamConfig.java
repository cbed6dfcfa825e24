package dev.byline.comment.moderation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A service that tells spam from comments by Akismet's protocol; none by default. */
@ConfigMapping(prefix = "byline.comment.spam-service")
interface SpamConfig {

    /** The address that comments are checked at, such as {@code …/1.1/comment-check}. */
    Optional<URI> url();

    /** The key that the service gave. */
    Optional<String> key();

    /** The site as the service knows it. */
    Optional<String> site();

    /** After this the comment is held and the service no longer waited for. */
    @WithDefault("1500ms")
    Duration timeout();
}
