package dev.byline.change;

import dev.byline.delivery.Cacheable;
import dev.byline.delivery.cache.Lately;
import dev.byline.platform.http.Urls;
import dev.byline.platform.page.Cursors;
import dev.byline.platform.page.Limit;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The log of changes, for apps that keep a copy of what is public. */
@Path(ChangeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Changes")
@Extension(name = "x-smallrye-profile-content", value = "")
class ChangeResource {

    static final String PATH = "/v1/changes";

    @Inject Changes changes;
    @Inject Cursors cursors;
    @Inject Urls urls;
    @Inject Lately lately;

    @GET
    @Cacheable(maxAge = 1, kept = false)
    @Transactional
    @Operation(
            operationId = "listChanges",
            summary = "List what changed for readers",
            description =
                    "Oldest first, from the beginning without `after`. Whoever reads again each item that is named holds"
                            + " what a crawl finds. Keep `page.after` and send it next time, also when nothing was new.")
    public RestResponse<ChangePage> list(
            @RestQuery
                    @Parameter(
                            description = "`page.after` of an earlier reply",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            minLength = 1,
                                            maxLength = 400))
                    String after,
            @RestQuery
                    @Parameter(
                            description = "Number of items on a page",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    String limit) {
        Flaws flaws = new Flaws();
        int max = Limit.parse(limit, flaws);
        ChangePlace from = from(after, flaws);
        flaws.refuse();
        List<Change> found = changes.after(from, max + 1);
        if (!found.isEmpty()) {
            lately.drop();
        }
        boolean more = found.size() > max;
        List<Change> items = more ? found.subList(0, max) : found;
        ChangePlace last = items.isEmpty() ? from : items.get(items.size() - 1).place();
        String on = cursors.seal(PATH, last.position());
        var reply =
                RestResponse.ResponseBuilder.ok(
                        new ChangePage(items, new ChangePage.Info(max, more ? on : null, on)));
        if (more) {
            reply.header(
                    HttpHeaders.LINK,
                    "<%s?after=%s&limit=%d>; rel=\"next\"".formatted(urls.of(PATH), on, max));
        }
        return reply.build();
    }

    private ChangePlace from(String after, Flaws flaws) {
        if (after == null) {
            return ChangePlace.START;
        }
        var position = cursors.open(PATH, after);
        if (position.isEmpty()) {
            flaws.in("after", Flaw.MALFORMED, "is not a cursor of this list");
        }
        return position.map(ChangePlace::of).orElse(ChangePlace.START);
    }
}
