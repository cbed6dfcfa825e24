package dev.byline.comment;

import dev.byline.article.VisibleArticles;
import dev.byline.comment.limit.Laned;
import dev.byline.comment.limit.Quota;
import dev.byline.comment.reply.CommentInput;
import dev.byline.comment.reply.PostedComment;
import dev.byline.comment.reply.ReplyDesk;
import dev.byline.delivery.Cacheable;
import dev.byline.platform.address.ClientAddress;
import dev.byline.platform.http.Urls;
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
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The comments of a visible article. */
@Path("/v1/articles/{article}/comments")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-content", value = "")
class ArticleCommentsResource {

    private static final String ARTICLE = "Id or slug of the article";

    @Inject VisibleArticles articles;
    @Inject Threads threads;
    @Inject ReplyDesk desk;
    @Inject ClientAddress addresses;
    @Inject Paging paging;
    @Inject Urls urls;

    @GET
    @Cacheable
    @Transactional
    @Operation(
            operationId = "listComments",
            summary = "List an article's comments",
            description =
                    "Threads, each with its first replies inside; or with `view=flat` every visible"
                            + " comment by itself.")
    public Page<CommentView> list(
            @RestPath @Parameter(description = ARTICLE) String article,
            @BeanParam PageParameters page,
            @RestQuery
                    @Parameter(
                            description = "Order by time",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"newest", "oldest"},
                                            defaultValue = "newest"))
                    String sort,
            @RestQuery
                    @Parameter(
                            description = "Threads, or all comments in one row",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"thread", "flat"},
                                            defaultValue = "thread"))
                    String view) {
        UUID id = articles.id(article);
        Flaws flaws = new Flaws();
        oneOf("sort", sort, Set.of("newest", "oldest"), flaws);
        oneOf("view", view, Set.of("thread", "flat"), flaws);
        boolean newest = !"oldest".equals(sort);
        boolean flat = "flat".equals(view);
        PageRequest request = paging.request(page, flaws, "comments", id, newest, flat);
        flaws.refuse();
        return flat ? threads.flat(id, newest, request) : threads.threads(id, newest, request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Laned
    @Transactional
    @Idempotent
    @Refuses({Problem.COMMENTS_CLOSED, Problem.TOO_MANY_REQUESTS})
    @Sends({"Cache-Control", "Location"})
    @Operation(
            operationId = "leaveReply",
            summary = "Leave a reply",
            description =
                    "Shown at once (`201`), or after a moderator has looked at it (`202`). The reply holds"
                            + " the only copy of the token with which the reader may change or remove it."
                            + " `RateLimit` and `RateLimit-Policy` tell of the quota, as"
                            + " draft-ietf-httpapi-ratelimit-headers-10 has them.")
    @APIResponse(
            responseCode = "201",
            description = "Readers see it",
            content = @Content(schema = @Schema(implementation = PostedComment.class)))
    @APIResponse(
            responseCode = "202",
            description = "A moderator looks at it first",
            content = @Content(schema = @Schema(implementation = PostedComment.class)))
    public RestResponse<PostedComment> post(
            @RestPath @Parameter(description = ARTICLE) String article,
            @Context HttpServerRequest request,
            @NotNull @Valid CommentInput input) {
        ReplyDesk.Posted posted =
                desk.post(articles.discussion(article), input, addresses.of(request));
        boolean visible = posted.reply().state() == CommentState.VISIBLE;
        return RestResponse.ResponseBuilder.create(
                        visible ? RestResponse.Status.CREATED : RestResponse.Status.ACCEPTED,
                        posted.reply())
                .header("Location", urls.of("/v1/comments/" + posted.reply().comment().id()))
                .header("Cache-Control", "private, no-store")
                .header(Quota.Left.HEADER, posted.left().limit())
                .header(Quota.Left.POLICY_HEADER, posted.left().policy())
                .build();
    }

    private static void oneOf(String name, String value, Set<String> known, Flaws flaws) {
        if (value != null && !known.contains(value)) {
            flaws.in(name, Flaw.UNKNOWN, "must be one of " + String.join(", ", known));
        }
    }
}
