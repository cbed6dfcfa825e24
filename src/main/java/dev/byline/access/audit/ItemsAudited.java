package dev.byline.access.audit;

import dev.byline.platform.http.Routes;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a row for each item that a call about many changes, in the transaction that changes it,
 * beside the call's own row.
 */
@ApplicationScoped
public class ItemsAudited {

    private static final int OK = 200;

    @Inject EntityManager em;
    @Inject Routes routes;
    @Inject Attempt.Reader attempts;
    @Inject RoutingContext context;
    @Inject SecurityIdentity identity;

    /** An item of this kind, such as {@code articles}, went from one version to another. */
    public void changed(String kind, UUID id, long from, long to) {
        attempt(kind, id)
                .ifPresent(attempt -> em.persist(new AuditRow(OK, attempt.from(from), to)));
    }

    /** An item of a kind that has no versions, such as {@code keys}, was changed. */
    public void changed(String kind, UUID id) {
        attempt(kind, id).ifPresent(attempt -> em.persist(new AuditRow(OK, attempt, null)));
    }

    private Optional<Attempt> attempt(String kind, UUID id) {
        return routes.find(context.request().method().name(), context.request().path())
                .map(route -> attempts.of(context, route, identity).about(kind, id.toString()));
    }
}
