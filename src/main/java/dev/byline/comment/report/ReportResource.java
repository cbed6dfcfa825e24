package dev.byline.comment.report;

import static dev.byline.comment.moderation.Reason.REPORTED;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.Grounds;
import dev.byline.comment.Tally;
import dev.byline.comment.Threads;
import dev.byline.comment.limit.Laned;
import dev.byline.comment.limit.Quota;
import dev.byline.comment.moderation.Judgement.Finding;
import dev.byline.comment.settings.CommentSettings;
import dev.byline.platform.address.Addresses;
import dev.byline.platform.address.ClientAddress;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.openapi.Sends;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.secret.Hmac;
import dev.byline.platform.secret.Secrets;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.InetAddress;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Readers' reports: enough of them hold a comment until somebody has looked. */
@Path("/v1/comments/{id}/reports")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-content", value = "")
class ReportResource {

    @Inject EntityManager em;
    @Inject Threads threads;
    @Inject Tally tally;
    @Inject Report.Repo reports;
    @Inject CommentSettings.Repo settings;
    @Inject Quota quota;
    @Inject ClientAddress addresses;
    @Inject Secrets secrets;

    /** What a reader says is wrong. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewReport", description = "What is wrong with a comment")
    record Complaint(
            @Schema(required = true) @NotNull Grounds reason,
            @Schema(description = "For moderators") @Size(max = 500) String note) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Laned
    @Transactional
    @Idempotent
    @Refuses(Problem.TOO_MANY_REQUESTS)
    @Sends("Cache-Control")
    @Operation(
            operationId = "reportComment",
            summary = "Report a comment",
            description =
                    "Taken without a word on what follows. A second report from the same network counts no"
                            + " more than the first.")
    @APIResponse(responseCode = "202", description = "Taken")
    public RestResponse<Void> report(
            @RestPath @Parameter(description = "The comment's id") UUID id,
            @Context HttpServerRequest request,
            @NotNull @Valid Complaint complaint) {
        CommentSettings rules = settings.current();
        InetAddress from = addresses.of(request);
        Instant now = Instant.now();
        quota.check(from, rules.quota(), now);
        Comment seen = threads.ofVisibleArticle(id);
        if (seen.state() != CommentState.VISIBLE) {
            throw Problem.NOT_FOUND.because("Nothing public is at this address.");
        }
        // In the order of a post: the quota's row, then the article's count.
        quota.take(from, rules.quota(), now);
        Comment comment = tally.locked(id).orElseThrow();
        if (reports.add(
                comment, complaint.reason(), complaint.note(), reporter(Addresses.block(from)))) {
            count(comment, rules);
        }
        em.flush();
        return RestResponse.ResponseBuilder.<Void>create(202)
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private void count(Comment comment, CommentSettings rules) {
        int open = reports.open(comment);
        comment.reports(open);
        if (open >= rules.reportsToHold() && comment.state() == CommentState.VISIBLE) {
            comment.found(Finding.hold(REPORTED, open + " reports"));
            tally.move(comment, CommentState.HELD);
        }
    }

    private byte[] reporter(String block) {
        return new Hmac(secrets.derive("comment.reporter")).of(block.getBytes(UTF_8));
    }
}
