package dev.byline.platform.http;

import dev.byline.platform.log.AccessLog;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What every reply carries, whoever made it: a trace id, security headers and, where nobody chose
 * one, Cache-Control; and the line that it leaves in the log.
 */
@ApplicationScoped
public class EveryReply {

    private static final int FIRST = 1000;
    private static final CharSequence TRACE_ID = HttpHeaders.createOptimized("Trace-Id");
    private static final CharSequence TYPE_OPTIONS =
            HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence CONTENT_POLICY =
            HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CSP =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    // The docs page is the only one with scripts: Swagger UI, from this server alone.
    private static final String DOCS = "/docs";
    private static final CharSequence DOCS_CSP =
            HttpHeaders.createOptimized(
                    "default-src 'self'; script-src 'self' 'unsafe-inline';"
                            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                            + " frame-ancestors 'none'");
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);

    // Ids have to differ, not to be secret.
    private static final ThreadLocal<SplittableRandom> RANDOM =
            ThreadLocal.withInitial(() -> new SplittableRandom(new SecureRandom().nextLong()));

    @Inject AccessLog log;

    void register(@Observes Filters filters) {
        filters.register(this::handle, FIRST);
    }

    private void handle(RoutingContext context) {
        long begun = System.nanoTime();
        HttpServerResponse response = context.response();
        String trace = traceId(context.request());
        MDC.put("traceId", trace);
        response.putHeader(TRACE_ID, trace);
        context.addHeadersEndHandler(ignored -> complete(context));
        context.addEndHandler(
                end ->
                        log.line(
                                context.request(),
                                response.headWritten() ? response.getStatusCode() : -1,
                                response.bytesWritten(),
                                System.nanoTime() - begun,
                                trace));
        context.next();
    }

    /** Whether the headers of a request are as small as they have to be. */
    public static boolean fits(HttpServerRequest request) {
        return Refusals.headersFit(request);
    }

    /**
     * The same for a reply that is sent at once by who goes before all others: to be called when
     * its head is complete.
     */
    public void at(RoutingContext context, long bytes) {
        String trace = traceId(context.request());
        HttpServerResponse response = context.response();
        response.headers().set(TRACE_ID, trace);
        complete(context);
        log.line(context.request(), response.getStatusCode(), bytes, 0, trace);
    }

    /** The caller's trace (W3C Trace Context) goes on; otherwise a new one begins. */
    private static String traceId(HttpServerRequest request) {
        String parent = request.getHeader("traceparent");
        if (parent != null) {
            Matcher matcher = TRACEPARENT.matcher(parent);
            if (matcher.matches() && !matcher.group(1).equals(NO_TRACE)) {
                return matcher.group(1);
            }
        }
        SplittableRandom random = RANDOM.get();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    private static void complete(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set(TYPE_OPTIONS, NOSNIFF);
        headers.set(REFERRER, NO_REFERRER);
        String path = context.request().path();
        if (!headers.contains(CONTENT_POLICY)) {
            headers.set(CONTENT_POLICY, path != null && path.startsWith(DOCS) ? DOCS_CSP : CSP);
        }
        int status = context.response().getStatusCode();
        if (Paths.newsroom(path)) {
            headers.set("Cache-Control", "private, no-store");
        } else if (status == 404 || status == 410 || status == 308) {
            headers.set("Cache-Control", "public, max-age=5");
        } else if (path != null && path.startsWith(DOCS)) {
            // Not for a day, as Quarkus says of its files: another version has others.
            headers.set("Cache-Control", "no-cache");
        } else if (status >= 400 || Paths.metrics(path)) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
