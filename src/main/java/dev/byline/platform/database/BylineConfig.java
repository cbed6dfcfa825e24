package dev.byline.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What every installation decides: where data lives, the master secret, the public address. */
@ConfigMapping(prefix = "byline")
public interface BylineConfig {

    /** The directory of the embedded database and of generated secrets. */
    @WithDefault("data")
    Path dataDir();

    /**
     * The directory of media files, by default {@code media} in the data directory; a shared volume
     * when several nodes run.
     */
    Optional<Path> mediaDir();

    /**
     * The master secret, 32 random bytes or more, from which every other key is derived; generated
     * for the embedded database, required with an external one.
     */
    Optional<String> secret();

    /** The base of absolute URLs, such as {@code https://api.example.org}; http or https only. */
    Optional<@WithConverter(PublicUrl.class) URI> publicUrl();

    /**
     * Whether an empty database is filled with demonstration content; when not set, only the
     * embedded one is.
     */
    Optional<Boolean> demo();

    /**
     * Whether Byline ends as soon as it is ready: for jobs that only migrate the database, and for
     * the build.
     */
    @WithDefault("false")
    boolean stopWhenReady();
}
