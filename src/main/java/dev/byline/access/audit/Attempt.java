package dev.byline.access.audit;

import dev.byline.access.Caller;
import dev.byline.platform.address.Addresses;
import dev.byline.platform.address.ClientAddress;
import dev.byline.platform.http.Paths;
import dev.byline.platform.http.Routes.Route;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request wants to do; never a word of its query or body. */
record Attempt(
        String who,
        String whoName,
        String what,
        String itemKind,
        String itemId,
        Long fromVersion,
        String address,
        String traceId) {

    private static final Pattern NEWSROOM_ITEM =
            Pattern.compile(Paths.NEWSROOM + "/([a-z-]+)(?:/([0-9A-Za-z._-]{1,64}))?(?:/.*)?");
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");

    /** The same about this item. */
    Attempt about(String kind, String id) {
        return new Attempt(who, whoName, what, kind, id, fromVersion, address, traceId);
    }

    /** The same, from this version. */
    Attempt from(Long version) {
        return new Attempt(who, whoName, what, itemKind, itemId, version, address, traceId);
    }

    /** Reads requests. */
    @ApplicationScoped
    static class Reader {

        @Inject ClientAddress addresses;

        Attempt of(RoutingContext context, Route route, SecurityIdentity identity) {
            HttpServerRequest request = context.request();
            Matcher item = NEWSROOM_ITEM.matcher(route.template().replaceAll("[{}]", ""));
            Matcher asked = NEWSROOM_ITEM.matcher(request.path());
            boolean newsroom = item.matches() && asked.matches();
            boolean ofOne = newsroom && route.template().contains("/" + item.group(1) + "/{");
            boolean known = identity != null && !identity.isAnonymous();
            return new Attempt(
                    known ? identity.getPrincipal().getName() : null,
                    known ? identity.getAttribute(Caller.NAME) : null,
                    route.operationId(),
                    newsroom ? item.group(1) : null,
                    ofOne ? id(asked.group(2)) : null,
                    version(request.getHeader("If-Match")),
                    Addresses.block(addresses.of(request)),
                    context.response().headers().get("Trace-Id"));
        }
    }

    // Capitals and left out zeros spell the same id; whoever looks for it knows one spelling.
    private static String id(String spelt) {
        try {
            return spelt == null ? null : UUID.fromString(spelt).toString();
        } catch (IllegalArgumentException e) {
            return spelt;
        }
    }

    static Long version(String etag) {
        if (etag == null) {
            return null;
        }
        Matcher matcher = VERSION.matcher(etag.strip());
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }
}
