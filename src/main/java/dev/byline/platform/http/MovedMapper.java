package dev.byline.platform.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Leads from former slugs to present ones; the query goes along. */
class MovedMapper {

    @Inject Urls urls;

    @ServerExceptionMapper
    RestResponse<Void> moved(Moved moved, UriInfo request) {
        URI uri = request.getRequestUri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, urls.of(moved.in(uri.getRawPath())) + query)
                .build();
    }
}
