package dev.byline.delivery.cache;

import dev.byline.delivery.reply.Answer;
import dev.byline.delivery.reply.Copy;
import dev.byline.platform.http.EveryReply;
import dev.byline.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Answers from the event loop what is kept, before all other handlers if there is nothing about the
 * request that they would have to look at; of several requests for what is not kept, lets one
 * through to be answered and has the others wait for its reply, without a thread.
 */
@ApplicationScoped
class FrontDoor {

    private static final int AFTER_CORS = 750;
    private static final int COME_BACK_SECONDS = 2;
    private static final String PUBLIC = "/v1/";
    private static final String NEWSROOM = "/v1/newsroom";
    private static final CharSequence EDIT_TOKEN = HttpHeaders.createOptimized("Edit-Token");
    private static final String STALE = "byline; hit; detail=\"database-down\"";

    @Inject Copies copies;
    @Inject Trust trust;
    @Inject RequestKeys keys;
    @Inject Crowd crowd;
    @Inject EveryReply everyReply;

    private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

    void register(@Observes Filters filters) {
        filters.register(this::handle, AFTER_CORS);
    }

    void first(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::hot);
    }

    private void hot(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (outside(request) || crossOrigin(request) || !plain(request)) {
            context.next();
            return;
        }
        Trust.Verdict verdict = trust.verdict();
        Copy copy = verdict == Trust.Verdict.NONE ? null : kept(request);
        if (copy == null || !EveryReply.fits(request)) {
            context.next();
            return;
        }
        Answer answer = answer(request, copy);
        answer.head(context, status(verdict));
        everyReply.at(context, answer.length(request.method()));
        answer.end(context);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (outside(request)) {
            goOn(context);
            return;
        }
        Trust.Verdict verdict = plain(request) ? trust.verdict() : Trust.Verdict.NONE;
        // The others have been looked for.
        if (verdict != Trust.Verdict.NONE && crossOrigin(request)) {
            Copy copy = kept(request);
            if (copy != null) {
                send(context, copy, verdict);
                return;
            }
        }
        String path = request.path();
        String key = keys.of(path, request.query());
        if (keys.of(path, null) == null) {
            // Files and streams, which last: a crowd of them keeps nobody waiting.
            goOn(context);
        } else if (verdict == Trust.Verdict.FRESH && key != null) {
            board(context, key);
        } else if (reachable(context)) {
            crowd.enter(context);
        }
    }

    private void goOn(RoutingContext context) {
        if (reachable(context)) {
            context.next();
        }
    }

    // Whoever would only wait for the database in vain is told at once, and takes no thread.
    private boolean reachable(RoutingContext context) {
        String path = context.request().path();
        if (trust.isDown() && path != null && path.startsWith(PUBLIC)) {
            context.fail(
                    Problem.UNAVAILABLE
                            .because("The database does not answer.")
                            .with("Retry-After", COME_BACK_SECONDS));
            return false;
        }
        return true;
    }

    // What has no query is kept under its path, if at all.
    private Copy kept(HttpServerRequest request) {
        String query = request.query();
        String key = query == null ? request.path() : keys.of(request.path(), query);
        return key == null ? null : copies.get(key);
    }

    private static Answer answer(HttpServerRequest request, Copy copy) {
        MultiMap headers = request.headers();
        return copy.answer(
                headers.get(HttpHeaders.ACCEPT_ENCODING), headers.get(HttpHeaders.IF_NONE_MATCH));
    }

    private static void send(RoutingContext context, Copy copy, Trust.Verdict verdict) {
        Answer answer = answer(context.request(), copy);
        answer.head(context, status(verdict));
        answer.end(context);
    }

    private static String status(Trust.Verdict verdict) {
        return verdict == Trust.Verdict.OUTAGE ? STALE : null;
    }

    private static boolean outside(HttpServerRequest request) {
        String path = request.path();
        return path == null
                || !path.startsWith(PUBLIC)
                || path.startsWith(NEWSROOM)
                || !reads(request);
    }

    private static boolean crossOrigin(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.ORIGIN);
    }

    /** Whether the request is one that anybody could have sent. */
    private static boolean plain(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return accepts(headers.get(HttpHeaders.ACCEPT))
                && !headers.contains(HttpHeaders.AUTHORIZATION)
                && !headers.contains(EDIT_TOKEN)
                && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaders.CONTENT_TYPE)
                && noBody(headers.get(HttpHeaders.CONTENT_LENGTH));
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
        Ticket ticket = copies.begin(key, keys.template(context.request().path()), mine::land);
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
