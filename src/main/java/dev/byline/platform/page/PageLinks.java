package dev.byline.platform.page;

import dev.byline.platform.http.Urls;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Repeats a page's cursors as links in the {@code Link} header (RFC 8288). */
class PageLinks {

    @Inject Urls urls;

    @ServerResponseFilter
    void link(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo resource) {
        if (!(response.getEntity() instanceof Page<?> page)) {
            return;
        }
        List<String> links = new ArrayList<>();
        Map<String, String> known = Parameters.of(resource.getResourceMethod());
        add(links, request, known, page.info().next(), "next");
        add(links, request, known, page.info().prev(), "prev");
        if (!links.isEmpty()) {
            response.getHeaders().putSingle("Link", String.join(", ", links));
        }
    }

    private void add(
            List<String> links,
            ContainerRequestContext request,
            Map<String, String> known,
            String cursor,
            String rel) {
        if (cursor == null) {
            return;
        }
        var parameters = new TreeMap<String, String>();
        request.getUriInfo()
                .getQueryParameters()
                .forEach(
                        (name, values) -> {
                            if (!values.get(0).equals(known.get(name))) {
                                parameters.put(name, values.get(0));
                            }
                        });
        parameters.put("cursor", cursor);
        String query =
                parameters.entrySet().stream()
                        .map(
                                e ->
                                        e.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        links.add(
                "<%s?%s>; rel=\"%s\""
                        .formatted(
                                urls.of(request.getUriInfo().getRequestUri().getRawPath()),
                                query,
                                rel));
    }
}
