package dev.byline.comment.live;

import dev.byline.platform.address.ClientAddress;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.openapi.Sends;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** New comments as they come. Not transactional itself: the reply outlives any transaction. */
@Path("/v1/articles/{article}/comments/stream")
@PermitAll
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-content", value = "")
class StreamResource {

    @Inject News news;
    @Inject Listeners listeners;
    @Inject ClientAddress addresses;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = "Cache-Control", value = "private, no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Refuses(Problem.TOO_MANY_REQUESTS)
    @Sends({"Cache-Control", "X-Accel-Buffering"})
    @Operation(
            operationId = "streamComments",
            summary = "Listen for new comments",
            description =
                    "Server-sent events within about a second, and a heartbeat every fifteen seconds. `comment`"
                            + " has a comment as JSON in `data`: a new one, or in place of what has the same `id` one"
                            + " that was edited or is visible again. `removed` has `{id, replyCount}`: show it no"
                            + " more, or an empty place while it has replies. Some streams for each address; more"
                            + " are `429`.")
    @APIResponse(
            responseCode = "200",
            description =
                    "Events with a name (`comment` or `removed`), an `id` for `Last-Event-ID`, and JSON in"
                            + " `data`; lines that begin with a colon only keep the connection open",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "removed",
                                            value =
                                                    "event:removed\nid:1043\ndata:{\"id\":\"0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55\",\"replyCount\":0}\n\n")))
    public Multi<OutboundSseEvent> stream(
            @RestPath @Parameter(description = "Id or slug of the article") String article,
            @RestHeader("Last-Event-ID")
                    @Parameter(
                            description =
                                    "`id` of the last event that was read; what came since comes first")
                    String last,
            @Context HttpServerRequest request,
            @Context Sse sse) {
        Long from = null;
        if (last != null) {
            if (!last.matches("[0-9]{1,18}")) {
                Flaws flaws = new Flaws();
                flaws.in("Last-Event-ID", Flaw.MALFORMED, "must be the id of an event");
                flaws.refuse();
            }
            from = Long.valueOf(last);
        }
        News.Place place = news.find(article);
        if (request.method() == HttpMethod.HEAD) {
            return Multi.createFrom().empty();
        }
        long seq = from == null ? place.seq() : Math.min(from, place.seq());
        return listeners.listen(place.article(), addresses.of(request), seq, sse);
    }
}
