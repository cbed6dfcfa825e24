package dev.byline.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses in replies: absolute below the configured base, else root-relative; never from the
 * request's Host.
 */
@ApplicationScoped
public class Urls {

    private final String base;

    Urls(@ConfigProperty(name = "byline.public-url") Optional<String> base) {
        this.base =
                base.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                        .orElse("");
    }

    /** The address of a path that begins with a slash. */
    public String of(String path) {
        return base + path;
    }
}
