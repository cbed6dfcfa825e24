package dev.byline.platform.entity;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** Newsroom replies: a view of an aggregate with the validator of its version. */
public final class Versioned {

    private Versioned() {}

    public static <T> RestResponse<T> ok(Aggregate aggregate, T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, aggregate.etag())
                .build();
    }

    /** {@code 201} with the address of what was created. */
    public static <T> RestResponse<T> created(Aggregate aggregate, String location, T view) {
        // As a plain header: the builder's own location() would put the request's Host before it.
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.ETAG, aggregate.etag())
                .build();
    }
}
