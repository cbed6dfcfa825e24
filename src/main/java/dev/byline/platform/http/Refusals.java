package dev.byline.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.platform.problem.DatabaseFailure;
import dev.byline.platform.problem.DiskFull;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemDetails;
import dev.byline.platform.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Problem details for what never reaches a resource: unknown paths, sizes, failures of the HTTP
 * layer itself.
 */
@ApplicationScoped
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final int AFTER_REPLY_HEADERS = 900;

    // Netty's own limits (application.properties) are twice these: it would answer without a body.
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_URI_BYTES = 8 * 1024;

    private static final int LINGER_MILLIS = 1000;
    // What the readers of bodies look at.
    private static final String UPLOAD_LIMIT = "io.quarkus.max-request-size";

    @Inject ObjectMapper mapper;

    @Inject BodyLimits limits;

    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        // A body of untold length is cut off by Quarkus, which has just set its one limit for all.
        router.route()
                .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1)
                .handler(
                        context -> {
                            context.put(UPLOAD_LIMIT, limits.of(context.request()));
                            context.next();
                        });
    }

    void limits(@Observes Filters filters) {
        filters.register(this::limit, AFTER_REPLY_HEADERS);
    }

    private void limit(RoutingContext context) {
        if (context.request().uri().length() > MAX_URI_BYTES) {
            send(context, Problem.URI_TOO_LONG);
            return;
        }
        if (!Paths.canonical(context.request().path())) {
            send(context, Problem.NOT_FOUND);
            return;
        }
        // Quarkus itself refuses a larger body as well, but without telling why.
        if (length(context.request()) > limits.of(context.request())) {
            hangUp(context);
            send(context, Problem.TOO_LARGE);
            return;
        }
        if (!headersFit(context.request())) {
            send(context, Problem.HEADERS_TOO_LARGE);
            return;
        }
        context.next();
    }

    /** Whether the headers of a request are small enough. */
    static boolean headersFit(HttpServerRequest request) {
        int size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size <= MAX_HEADER_BYTES;
    }

    /**
     * Ends the connection after the reply. What the client is still sending is dropped meanwhile:
     * closing at once would reset the connection before the client has read why.
     */
    static void hangUp(RoutingContext context) {
        if (!context.response().headWritten()) {
            context.response().putHeader("Connection", "close");
        }
        context.addEndHandler(
                ignored -> {
                    context.request().resume();
                    context.vertx()
                            .setTimer(
                                    LINGER_MILLIS, timer -> context.request().connection().close());
                });
    }

    static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof UnauthorizedException
                || failure instanceof AuthenticationFailedException) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"byline\"");
            send(context, Problem.UNAUTHENTICATED);
        } else if (failure instanceof ForbiddenException) {
            send(context, Problem.FORBIDDEN);
        } else {
            known(failure).ifPresentOrElse(e -> send(context, e), () -> unexpected(context));
        }
    }

    private static Optional<ProblemException> known(Throwable failure) {
        return failure instanceof ProblemException e
                ? Optional.of(e)
                : DatabaseFailure.problem(failure).or(() -> DiskFull.problem(failure));
    }

    private void unexpected(RoutingContext context) {
        Problem problem = Problem.ofStatus(context.statusCode() < 400 ? 500 : context.statusCode());
        if (problem == Problem.TOO_LARGE) {
            hangUp(context);
        }
        if (problem == Problem.INTERNAL_ERROR) {
            LOG.errorf(
                    context.failure(),
                    "%s %s failed",
                    context.request().method(),
                    context.request().path());
        }
        send(context, problem);
    }

    private void send(RoutingContext context, ProblemException e) {
        if (!context.response().headWritten()) {
            e.headers()
                    .forEach(
                            (name, value) ->
                                    context.response().putHeader(name, String.valueOf(value)));
        }
        send(context, e.problem());
    }

    private void send(RoutingContext context, Problem problem) {
        if (context.response().ended()) {
            return;
        }
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        try {
            byte[] body =
                    mapper.writeValueAsBytes(
                            ProblemDetails.of(
                                    problem, problem.explanation(), context.request().path()));
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", ProblemDetails.MEDIA_TYPE)
                    .end(Buffer.buffer(body));
        } catch (JsonProcessingException e) {
            context.response().setStatusCode(problem.status()).end();
        }
    }
}
