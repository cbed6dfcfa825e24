package dev.byline.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.platform.problem.DatabaseFailure;
import dev.byline.platform.problem.DiskFull;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemDetails;
import dev.byline.platform.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    // What the readers of bodies look at.
    private static final String UPLOAD_LIMIT = "io.quarkus.max-request-size";

    @Inject ObjectMapper mapper;

    @ConfigProperty(name = "byline.http.max-body-size", defaultValue = "1M")
    MemorySize maxBody;

    @Inject @Any Instance<LargeBody> largeBodies;

    // Asked for once: each asking makes new beans.
    private List<LargeBody> large;

    @PostConstruct
    void askFeatures() {
        large = largeBodies.stream().toList();
    }

    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        // A body of untold length is cut off by Quarkus, which has just set its one limit for all.
        router.route()
                .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1)
                .handler(
                        context -> {
                            context.put(UPLOAD_LIMIT, most(context.request()));
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
        if (length(context.request()) > most(context.request())) {
            context.response().putHeader("Connection", "close");
            send(context, Problem.TOO_LARGE);
            return;
        }
        int size = 0;
        for (Map.Entry<String, String> header : context.request().headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        if (size > MAX_HEADER_BYTES) {
            send(context, Problem.HEADERS_TOO_LARGE);
            return;
        }
        context.next();
    }

    private long most(HttpServerRequest request) {
        return large.stream()
                .filter(body -> body.path().equals(request.path()))
                .mapToLong(LargeBody::bytes)
                .findFirst()
                .orElse(maxBody.asLongValue());
    }

    private static long length(HttpServerRequest request) {
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
            DatabaseFailure.problem(failure)
                    .or(() -> DiskFull.problem(failure))
                    .ifPresentOrElse(e -> send(context, e), () -> unexpected(context));
        }
    }

    private void unexpected(RoutingContext context) {
        Problem problem = Problem.ofStatus(context.statusCode() < 400 ? 500 : context.statusCode());
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
