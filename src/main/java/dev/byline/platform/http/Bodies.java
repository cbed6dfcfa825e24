package dev.byline.platform.http;

import dev.byline.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** How large a body may be whose length nobody told, and how long any body may take to arrive. */
@ApplicationScoped
class Bodies {

    private static final int AFTER_LIMITS = 899;
    private static final long SLOWEST_BYTES_PER_SECOND = 50_000;

    private final Vertx vertx;
    private final BodyLimits limits;
    private final BodyHandler whole;
    private volatile Duration patience = Duration.ofSeconds(10);

    Bodies(Vertx vertx, BodyLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
        whole = BodyHandler.create(false).setBodyLimit(limits.everywhere());
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, AFTER_LIMITS);
    }

    /** For tests. */
    void waitFor(Duration time) {
        patience = time;
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader("Content-Length");
        boolean chunked = length == null && request.headers().contains("Transfer-Encoding");
        if (chunked || length != null && !length.equals("0")) {
            watch(context, chunked ? limits.of(request) : Refusals.length(request));
        }
        if (chunked && limits.large(request).isEmpty()) {
            // Quarkus would notice too late for a reply with a body. Over HTTP/2 it has to do:
            // there
            // nobody may read a body before the resource does.
            whole.handle(context);
        } else {
            context.next();
        }
    }

    // Each byte resets the timeouts of the server itself: a client that sends one now and then
    // would keep its connection and a thread for ever.
    private void watch(RoutingContext context, long bytes) {
        long seconds = bytes / SLOWEST_BYTES_PER_SECOND;
        long timer =
                vertx.setTimer(
                        patience.plusSeconds(seconds).toMillis(),
                        ignored -> {
                            if (!arrived(context.request())) {
                                refuse(context);
                            }
                        });
        context.addEndHandler(ignored -> vertx.cancelTimer(timer));
    }

    // All bytes of a told length may be there before anybody has looked for the end.
    private static boolean arrived(HttpServerRequest request) {
        return request.isEnded()
                || request.headers().contains("Content-Length")
                        && request.bytesRead() >= Refusals.length(request);
    }

    private static void refuse(RoutingContext context) {
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        Refusals.hangUp(context);
        context.fail(Problem.REQUEST_TIMEOUT.because(Problem.REQUEST_TIMEOUT.explanation()));
    }
}
