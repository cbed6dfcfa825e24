package dev.byline.revision.undo;

import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.article.Article;
import dev.byline.article.Trace;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.revision.undo.UndoReport.Entry;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Repair after a break-in; for callers who are both editor and admin. */
@Path("/v1/newsroom/revisions/undo")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Revisions")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class UndoNewsroomResource {

    private static final int LONGEST_SECONDS = 600;

    @Inject Touched.Repo touched;
    @Inject Undo undo;
    @Inject @Any Instance<Trace> traces;
    @Inject Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    @Idempotent
    @Operation(
            operationId = "undoKey",
            summary = "Undo what a key did",
            description =
                    "Every article that the key changed since an instant goes back to its last revision from before, as a"
                            + " new revision; where the key published, hid, retimed or took it down, so does what readers see,"
                            + " unless others changed its state since. Its corrections are withdrawn, its preview links end. A dry run unless `dryRun`"
                            + " is `false`. Revoke the key first. Needs the roles `admin` and `editor`.")
    public RestResponse<UndoReport> undo(@NotNull @Valid UndoInput input) {
        if (!caller.is(Role.EDITOR)) {
            throw Problem.FORBIDDEN.because("Undoing needs the roles admin and editor.");
        }
        Flaws flaws = new Flaws();
        Instant now = new Article.Repo().now();
        if (input.since().isAfter(now)) {
            flaws.at("/since", Flaw.OUT_OF_RANGE, "lies in the future");
        }
        flaws.refuse();
        List<Entry> entries =
                touched.by(input.maker(), input.since(), null).stream()
                        .map(
                                each ->
                                        input.dry()
                                                ? Entry.of(each, now)
                                                : undo.apply(each, input, caller.id(), now))
                        .toList();
        return RestResponse.ok(UndoReport.of(input, entries, traces(input)));
    }

    private Map<Trace.Kind, Long> traces(UndoInput input) {
        Map<Trace.Kind, Long> counts = new EnumMap<>(Trace.Kind.class);
        for (Trace trace : traces) {
            long count =
                    input.dry()
                            ? trace.count(input.maker(), input.since())
                            : trace.undo(input.maker(), input.since(), caller.id());
            counts.put(trace.kind(), count);
        }
        return counts;
    }
}
