package dev.byline.access.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.access.Caller;
import dev.byline.platform.http.Paths;
import dev.byline.platform.http.Routes;
import dev.byline.platform.http.Routes.Route;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Writes a row for every refused attempt at the newsroom, after the reply and apart from it. A
 * flood must not fill the disk: in a minute there is one row for each network that shows wrong
 * keys, some for each caller, and an end to both.
 */
@ApplicationScoped
class RefusalsAudited {

    private static final Logger LOG = Logger.getLogger(RefusalsAudited.class);
    private static final int AFTER_CORS = 700;
    private static final Set<Integer> NOTED = Set.of(401, 403, 409, 412, 422);
    private static final int UNAUTHENTICATED = 401;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int A_CALLER_IN_A_MINUTE = 60;
    private static final int IN_A_MINUTE = 600;
    private static final int COUNTED_AT_ONCE = 10_000;
    private static final Route METRICS =
            new Route("GET", "/q/metrics", Pattern.compile("/q/metrics"), "readMetrics");

    private final Cache<String, AtomicInteger> counts =
            Caffeine.newBuilder().expireAfterWrite(MINUTE).maximumSize(COUNTED_AT_ONCE).build();

    @Inject Vertx vertx;
    @Inject EntityManager em;
    @Inject Routes routes;
    @Inject Attempt.Reader attempts;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (guarded(context.request().path())) {
                        context.addHeadersEndHandler(ignored -> replied(context));
                    }
                    context.next();
                },
                AFTER_CORS);
    }

    private static boolean guarded(String path) {
        return Paths.newsroom(path) || Paths.metrics(path);
    }

    private void replied(RoutingContext context) {
        int status = context.response().getStatusCode();
        boolean nothingShown = !context.request().headers().contains("Authorization");
        if (!NOTED.contains(status) || status == UNAUTHENTICATED && nothingShown) {
            return;
        }
        route(context)
                .map(route -> attempts.of(context, route, Caller.of(context)))
                .filter(attempt -> counts(attempt, status))
                .ifPresent(attempt -> write(attempt, status));
    }

    private Optional<Route> route(RoutingContext context) {
        String path = context.request().path();
        return Paths.metrics(path)
                ? Optional.of(METRICS)
                : routes.find(context.request().method().name(), path);
    }

    private boolean counts(Attempt attempt, int status) {
        String who = attempt.who() == null ? attempt.address() : attempt.who();
        int most = status == UNAUTHENTICATED ? 1 : A_CALLER_IN_A_MINUTE;
        return below(who, most) && below("", IN_A_MINUTE);
    }

    private boolean below(String what, int most) {
        return counts.get(what, ignored -> new AtomicInteger()).incrementAndGet() <= most;
    }

    private void write(Attempt attempt, int status) {
        vertx.executeBlocking(
                        () -> {
                            QuarkusTransaction.requiringNew()
                                    .run(() -> em.persist(row(attempt, status)));
                            return null;
                        },
                        false)
                .onFailure(e -> LOG.warnf("A refusal was not audited: %s", e.getMessage()));
    }

    private static AuditRow row(Attempt attempt, int status) {
        return new AuditRow(status, attempt, null);
    }
}
