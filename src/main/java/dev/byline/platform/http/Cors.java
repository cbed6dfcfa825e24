package dev.byline.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call from a browser: everybody the public paths, without credentials; configured origins
 * the newsroom.
 */
@ApplicationScoped
class Cors {

    private static final int AFTER_REFUSALS = 800;
    private static final int TWO_HOURS = 7200;
    private static final Set<String> EXPOSED =
            Set.of(
                    "ETag",
                    "Link",
                    "Location",
                    "Retry-After",
                    "RateLimit",
                    "RateLimit-Policy",
                    "Trace-Id");
    private static final Set<String> PUBLIC_HEADERS =
            Set.of(
                    "Content-Type",
                    "If-None-Match",
                    "Idempotency-Key",
                    "Edit-Token",
                    "Last-Event-ID");
    private static final Set<HttpMethod> METHODS =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE);

    void register(@Observes Filters filters, CorsConfig config) {
        Set<String> newsroomHeaders = new LinkedHashSet<>(PUBLIC_HEADERS);
        newsroomHeaders.addAll(List.of("Authorization", "If-Match"));
        List<String> origins = config.origins().orElse(List.of());
        CorsHandler everybody = handler(CorsHandler.create(), PUBLIC_HEADERS);
        CorsHandler newsroom = handler(CorsHandler.create().addOrigins(origins), newsroomHeaders);
        filters.register(
                context -> {
                    if (!Paths.newsroom(context.request().path())) {
                        everybody.handle(context);
                    } else {
                        newsroom(context, origins, newsroom);
                    }
                },
                AFTER_REFUSALS);
    }

    // Another origin gets no header, and so nothing from a browser; a page of this server itself
    // needs none.
    private static void newsroom(
            RoutingContext context, List<String> origins, CorsHandler handler) {
        context.response().putHeader("Vary", "Origin");
        String origin = context.request().getHeader("Origin");
        if (origin != null && origins.contains(origin)) {
            handler.handle(context);
        } else {
            context.next();
        }
    }

    private static CorsHandler handler(CorsHandler handler, Set<String> headers) {
        return handler.allowedMethods(METHODS)
                .allowedHeaders(headers)
                .exposedHeaders(EXPOSED)
                .maxAgeSeconds(TWO_HOURS);
    }

    /** Cross-origin access to the newsroom. */
    @ConfigMapping(prefix = "byline.cors")
    interface CorsConfig {

        /** Origins whose pages may call the newsroom API from a browser; none by default. */
        Optional<List<String>> origins();
    }
}
