package dev.byline.comment.desk;

import dev.byline.access.Role;
import dev.byline.comment.Comment;
import dev.byline.comment.Grounds;
import dev.byline.comment.desk.Decision.Action;
import dev.byline.comment.desk.Decision.Wish;
import dev.byline.platform.entity.Versioned;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.openapi.Sends;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The moderation queue. */
@Path(CommentNewsroomResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.MODERATOR)
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class CommentNewsroomResource {

    static final String PATH = "/v1/newsroom/comments";

    @Inject EntityManager em;
    @Inject Desk desk;
    @Inject Decisions decisions;
    @Inject Paging paging;

    /** Words for colleagues. */
    @Schema(name = "DecisionInput")
    record Note(@Size(max = 1000) String note) {

        static String of(Note note) {
            return note == null ? null : note.note();
        }
    }

    /** Why a comment is rejected. */
    @Schema(name = "RejectInput")
    record Rejection(
            @Schema(required = true) @NotNull Grounds reason, @Size(max = 1000) String note) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listNewsroomComments",
            summary = "List comments to moderate",
            description = "Those in one state, `held` unless told, with who wrote them.")
    public Page<DeskView> list(
            @BeanParam QueueFilter filter,
            @BeanParam PageParameters page,
            @RestQuery
                    @Parameter(
                            description = "Order by time",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"newest", "oldest"},
                                            defaultValue = "newest"))
                    String sort) {
        Flaws flaws = new Flaws();
        QueueFilter.Wanted wanted = filter.read(flaws);
        if (sort != null && !sort.equals("newest") && !sort.equals("oldest")) {
            flaws.in("sort", Flaw.UNKNOWN, "must be one of newest, oldest");
        }
        boolean newest = !"oldest".equals(sort);
        PageRequest request = paging.request(page, flaws, PATH, wanted, newest);
        flaws.refuse();
        return desk.views(request.of(new Queue(em, wanted, newest)));
    }

    @GET
    @Path("/counts")
    @Transactional
    @Operation(
            operationId = "countNewsroomComments",
            summary = "Count the comments to moderate",
            description = "By state; the held ones by reason and by article too.")
    public Desk.Counts counts() {
        return desk.counts();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Sends("ETag")
    @Operation(
            operationId = "getNewsroomComment",
            summary = "Read a comment in any state, with the decisions about it",
            description = "In any state, with the reasons why it was held.")
    public RestResponse<DeskView> get(@RestPath UUID id) {
        Comment comment = em.find(Comment.class, id);
        if (comment == null) {
            throw Decisions.unknown();
        }
        return Versioned.ok(comment, desk.view(comment));
    }

    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "approveComment",
            summary = "Show a comment",
            description = "Reports by readers count as dealt with.")
    public RestResponse<DeskView> approve(
            @RestPath UUID id, @RestHeader("If-Match") String ifMatch, @Valid Note note) {
        return decide(id, ifMatch, new Wish(Action.APPROVE, null, Note.of(note)));
    }

    @POST
    @Path("/{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "rejectComment",
            summary = "Reject a comment",
            description = "Readers don't see it; the reason stays with it.")
    public RestResponse<DeskView> reject(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid Rejection why) {
        return decide(id, ifMatch, new Wish(Action.REJECT, why.reason(), why.note()));
    }

    @POST
    @Path("/{id}/spam")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "markCommentAsSpam",
            summary = "Mark a comment as spam",
            description = "Readers don't see it, and it counts against its sender.")
    public RestResponse<DeskView> spam(
            @RestPath UUID id, @RestHeader("If-Match") String ifMatch, @Valid Note note) {
        return decide(id, ifMatch, new Wish(Action.SPAM, null, Note.of(note)));
    }

    @POST
    @Path("/{id}/undo")
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "undoDecision",
            summary = "Undo the latest decision about a comment",
            description = "It is again what it was before.")
    public RestResponse<DeskView> undo(@RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        Comment comment = decisions.expected(id, ifMatch);
        decisions.undo(comment);
        em.flush();
        return Versioned.ok(comment, desk.view(comment));
    }

    private RestResponse<DeskView> decide(UUID id, String ifMatch, Wish wish) {
        Comment comment = decisions.expected(id, ifMatch);
        decisions.decide(comment, wish);
        em.flush();
        return Versioned.ok(comment, desk.view(comment));
    }
}
