package dev.byline.comment.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.access.Role;
import dev.byline.access.audit.ItemsAudited;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.Tally;
import dev.byline.comment.desk.Decision.Wish;
import dev.byline.comment.desk.QueueFilter.Wanted;
import dev.byline.platform.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Many comments at once. */
@Path("/v1/newsroom/comments/bulk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.MODERATOR)
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class BulkNewsroomResource {

    private static final int AT_ONCE = 500;

    @Inject EntityManager em;
    @Inject Tally tally;
    @Inject Decisions decisions;
    @Inject ItemsAudited audit;

    /** What became of many. */
    @Schema(name = "BulkReply")
    record Reply(
            @Schema(required = true, description = "How many there were, before") long matched,
            @Schema(required = true, description = "How many changed, now") long changed,
            @Schema(required = true, description = "How many are left for further calls, by filter")
                    long remaining,
            @Schema(required = true) boolean dryRun,
            @Schema(required = true, description = "With `ids`, in their order")
                    List<Item> items) {}

    /** What became of one. */
    @Schema(name = "BulkItem")
    record Item(@Schema(required = true) UUID id, @Schema(required = true) Outcome outcome) {}

    /** What became of one comment. */
    @Schema(name = "BulkOutcome")
    enum Outcome {
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("unknown")
        UNKNOWN
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "decideAboutMany",
            summary = "Decide about many comments",
            description =
                    "By ids (100 at most) or by filter (500 at a time, the oldest first; `remaining` tells"
                            + " whether to call again). Without `If-Match`: each is judged as it is now.")
    public RestResponse<Reply> decide(@NotNull @Valid BulkInput input) {
        Wish wish = new Wish(input.action(), input.reason(), input.note());
        boolean dry = Boolean.TRUE.equals(input.dryRun());
        return RestResponse.ok(
                input.ids() != null
                        ? byIds(input.ids().stream().distinct().toList(), wish, dry)
                        : byFilter(input.filter(), wish, dry));
    }

    private Reply byIds(List<UUID> ids, Wish wish, boolean dry) {
        Map<UUID, Comment> found =
                tally.locked(ids).stream()
                        .collect(Collectors.toMap(Comment::id, Function.identity()));
        List<Item> items =
                ids.stream().map(id -> new Item(id, outcome(found.get(id), wish, dry))).toList();
        long changed = items.stream().filter(item -> item.outcome() == Outcome.CHANGED).count();
        return new Reply(found.size(), dry ? 0 : changed, 0, dry, items);
    }

    private Reply byFilter(BulkInput.Filter filter, Wish wish, boolean dry) {
        Queue queue =
                new Queue(
                        em,
                        Wanted.of(
                                filter.state(),
                                filter.reason(),
                                filter.article(),
                                filter.commenter()),
                        false);
        long matched = queue.count();
        if (dry) {
            return new Reply(matched, 0, matched, true, List.of());
        }
        List<UUID> ids = queue.ids(AT_ONCE);
        long changed =
                ids.isEmpty()
                        ? 0
                        : tally.locked(ids).stream()
                                .filter(comment -> outcome(comment, wish, false) == Outcome.CHANGED)
                                .count();
        return new Reply(matched, changed, matched - ids.size(), false, List.of());
    }

    private Outcome outcome(Comment comment, Wish wish, boolean dry) {
        if (comment == null) {
            return Outcome.UNKNOWN;
        }
        if (comment.state() == CommentState.DELETED
                || comment.state() == wish.action().to() && comment.reports() == 0) {
            return Outcome.UNCHANGED;
        }
        if (!dry) {
            long before = comment.version();
            decisions.decide(comment, wish);
            audit.changed("comments", comment.id(), before, comment.version());
        }
        return Outcome.CHANGED;
    }
}
