package dev.byline.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What every reply carries, whoever made it: a trace id, security headers and, where nobody chose
 * one, Cache-Control.
 */
@ApplicationScoped
class EveryReply {

    static final String TRACE_ID = "Trace-Id";

    private static final int FIRST = 1000;
    private static final String CSP = "default-src 'none'; frame-ancestors 'none'";
    // The docs page is the only one with scripts: Swagger UI, from this server alone.
    private static final String DOCS = "/docs/";
    private static final String DOCS_CSP =
            "default-src 'self'; script-src 'self' 'unsafe-inline';"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);

    private final SecureRandom random = new SecureRandom();

    void register(@Observes Filters filters) {
        filters.register(this::handle, FIRST);
    }

    private void handle(RoutingContext context) {
        String trace = traceId(context.request());
        MDC.put("traceId", trace);
        context.response().putHeader(TRACE_ID, trace);
        context.addHeadersEndHandler(ignored -> complete(context));
        context.next();
    }

    /** The caller's trace (W3C Trace Context) goes on; otherwise a new one begins. */
    private String traceId(HttpServerRequest request) {
        String parent = request.getHeader("traceparent");
        if (parent != null) {
            Matcher matcher = TRACEPARENT.matcher(parent);
            if (matcher.matches() && !matcher.group(1).equals(NO_TRACE)) {
                return matcher.group(1);
            }
        }
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static void complete(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        String path = context.request().path();
        if (!headers.contains("Content-Security-Policy")) {
            headers.set(
                    "Content-Security-Policy",
                    path != null && path.startsWith(DOCS) ? DOCS_CSP : CSP);
        }
        int status = context.response().getStatusCode();
        if (Paths.newsroom(path)) {
            headers.set("Cache-Control", "private, no-store");
        } else if (status == 404 || status == 410 || status == 308) {
            headers.set("Cache-Control", "public, max-age=5");
        } else if (status >= 400 || Paths.metrics(path)) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
