package dev.byline.access.audit;

import dev.byline.platform.entity.Expected;
import dev.byline.platform.http.Paths;
import dev.byline.platform.http.Routes;
import dev.byline.platform.http.Routes.Route;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Writes one row for every write of the newsroom, in the write's own transaction: no change without
 * its row, no row without its change. It is bound to {@code @Transactional}, which every resource
 * method must have, so that a new resource needs nothing more.
 */
@Transactional
@Interceptor
@Priority(ChangesAudited.INSIDE_IDEMPOTENCY)
class ChangesAudited {

    // @Transactional is PLATFORM_BEFORE + 200, @Idempotent + 300: a replayed reply is no change.
    static final int INSIDE_IDEMPOTENCY = Interceptor.Priority.PLATFORM_BEFORE + 400;

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final Map<Method, Optional<Route>> WRITES = new ConcurrentHashMap<>();

    @Inject EntityManager em;
    @Inject Attempt.Reader attempts;
    @Inject RoutingContext context;
    @Inject SecurityIdentity identity;
    @Inject Expected expected;

    @AroundInvoke
    Object audit(InvocationContext call) throws Exception {
        Object result = call.proceed();
        Optional<Route> write = WRITES.computeIfAbsent(call.getMethod(), ChangesAudited::write);
        if (write.isPresent()) {
            em.persist(row(attempt(write.get()), result));
            em.flush();
        }
        return result;
    }

    // Whoever sends "If-Match: *" names no version: the item that was found does.
    private Attempt attempt(Route write) {
        Attempt attempt = attempts.of(context, write, identity);
        return context.request().headers().contains("If-Match")
                ? attempt.from(expected.version().orElse(attempt.fromVersion()))
                : attempt;
    }

    static Optional<Route> write(Method method) {
        return Routes.of(method)
                .filter(route -> Paths.newsroom(route.template()) && !route.method().equals("GET"));
    }

    private static AuditRow row(Attempt attempt, Object result) {
        if (!(result instanceof RestResponse<?> response)) {
            return new AuditRow(result == null ? NO_CONTENT : OK, attempt, null);
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        Attempt known =
                attempt.itemId() == null
                        ? attempt.about(
                                attempt.itemKind(), lastSegment(headers.getFirst("Location")))
                        : attempt;
        Object etag = headers.getFirst("ETag");
        Long version = etag == null ? null : Attempt.version(etag.toString());
        return new AuditRow(response.getStatus(), known, version);
    }

    private static String lastSegment(Object location) {
        String text = location == null ? "" : location.toString();
        return text.isEmpty() ? null : text.substring(text.lastIndexOf('/') + 1);
    }
}
