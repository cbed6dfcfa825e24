package dev.byline.delivery.cache;

import dev.byline.delivery.reply.Copy;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Answers from the event loop what is kept; of several requests for what is not, lets one through
 * to be answered and has the others wait for its reply, without a thread.
 */
@ApplicationScoped
class FrontDoor {

    private static final int AFTER_CORS = 750;
    private static final String PUBLIC = "/v1/";
    private static final String NEWSROOM = "/v1/newsroom";
    private static final String STALE = "byline; hit; detail=\"database-down\"";

    @Inject Copies copies;
    @Inject Trust trust;
    @Inject RequestKeys keys;
    @Inject Crowd crowd;

    private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

    void register(@Observes Filters filters) {
        filters.register(this::handle, AFTER_CORS);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (!path.startsWith(PUBLIC) || path.startsWith(NEWSROOM) || !reads(request)) {
            context.next();
            return;
        }
        Trust.Verdict verdict = plain(request) ? trust.verdict() : Trust.Verdict.NONE;
        String query = request.query();
        // What has no query is kept under its path, if at all.
        String key = query == null ? path : keys.of(path, query);
        if (verdict != Trust.Verdict.NONE && key != null) {
            Copy copy = copies.get(key);
            if (copy != null) {
                send(context, copy, verdict);
                return;
            }
        }
        if (keys.of(path, null) == null) {
            // Files and streams, which last: a crowd of them keeps nobody waiting.
            context.next();
        } else if (verdict == Trust.Verdict.FRESH && key != null) {
            board(context, key);
        } else {
            crowd.enter(context);
        }
    }

    private void send(RoutingContext context, Copy copy, Trust.Verdict verdict) {
        HttpServerRequest request = context.request();
        copy.answer(request.getHeader("Accept-Encoding"), request.getHeader("If-None-Match"))
                .send(context, verdict == Trust.Verdict.OUTAGE ? STALE : null);
    }

    /** Whether the request is one that anybody could have sent. */
    private static boolean plain(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return accepts(headers.get("Accept"))
                && !headers.contains("Authorization")
                && !headers.contains("Edit-Token")
                && !headers.contains("Transfer-Encoding")
                && !headers.contains("Content-Type")
                && noBody(headers.get("Content-Length"));
    }

    private static boolean reads(HttpServerRequest request) {
        HttpMethod method = request.method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    private static boolean noBody(String length) {
        return length == null || length.equals("0");
    }

    private static boolean accepts(String accept) {
        return accept == null
                || accept.equals("*/*")
                || accept.equals("application/json")
                || Accept.json(accept);
    }

    private void board(RoutingContext context, String key) {
        Flight mine = new Flight(key);
        Flight flight = flights.putIfAbsent(key, mine);
        if (flight != null) {
            if (!flight.join(new Waiter(context, Vertx.currentContext()))) {
                crowd.enter(context);
            }
            return;
        }
        // It may have come since we looked.
        Copy copy = copies.get(key);
        if (copy != null) {
            mine.land(copy);
            send(context, copy, Trust.Verdict.FRESH);
            return;
        }
        Ticket ticket = copies.begin(key, mine::land);
        context.put(Ticket.NAME, ticket);
        context.addEndHandler(ignored -> copies.end(ticket));
        crowd.enter(context);
    }

    private record Waiter(RoutingContext request, Context loop) {}

    /** One rendering, and who waits for it. */
    private final class Flight {

        private final String key;
        private List<Waiter> waiting = new ArrayList<>();

        Flight(String key) {
            this.key = key;
        }

        synchronized boolean join(Waiter waiter) {
            return waiting != null && waiting.add(waiter);
        }

        // A copy that was taken was stale at no moment since the rendering began, so at none at
        // which one of these asked. Without one each goes its own way.
        void land(Copy copy) {
            flights.remove(key, this);
            List<Waiter> all;
            synchronized (this) {
                all = waiting;
                waiting = null;
            }
            for (Waiter waiter : all) {
                waiter.loop.runOnContext(ignored -> board(waiter.request, copy));
            }
        }

        private void board(RoutingContext request, Copy copy) {
            if (request.response().closed() || request.response().ended()) {
                return;
            }
            if (copy == null) {
                crowd.enter(request);
            } else {
                send(request, copy, Trust.Verdict.FRESH);
            }
        }
    }
}
