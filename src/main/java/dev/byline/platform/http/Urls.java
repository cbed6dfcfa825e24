package dev.byline.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

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

    /** The reply that leads from an old slug to the address that is valid now. */
    public <T> RestResponse<T> moved(String path, UriInfo request) {
        String query = request.getRequestUri().getRawQuery();
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, of(path) + (query == null ? "" : "?" + query))
                .build();
    }
}
