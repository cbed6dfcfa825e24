package dev.byline.comment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.article.VisibleArticles;
import dev.byline.comment.limit.Laned;
import dev.byline.comment.limit.Quota;
import dev.byline.comment.reply.CommentEdit;
import dev.byline.comment.reply.PostedComment;
import dev.byline.comment.reply.ReplyDesk;
import dev.byline.comment.settings.CommentSettings;
import dev.byline.delivery.Cacheable;
import dev.byline.platform.address.ClientAddress;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.openapi.Sends;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.patch.MergePatch;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.InetAddress;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** One comment, for everybody and for who wrote it. */
@Path("/v1/comments")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-content", value = "")
class CommentResource {

    static final String TOKEN = "Edit-Token";

    private static final String ID = "The comment's id";
    private static final String MINE = "The token that came when the comment was posted";

    @Inject Threads threads;
    @Inject Counts counts;
    @Inject ReplyDesk desk;
    @Inject Tally tally;
    @Inject VisibleArticles articles;
    @Inject MergePatch patches;
    @Inject Paging paging;
    @Inject CommentSettings.Repo settings;
    @Inject Quota quota;
    @Inject ClientAddress addresses;

    @GET
    @Path("/{id}")
    @Cacheable
    @Transactional
    @Operation(
            operationId = "getComment",
            summary = "Read a comment",
            description =
                    "One that is held is there only for who sends its `Edit-Token`; that reply is private.")
    @APIResponse(
            responseCode = "200",
            description = "As readers see it; for its author also how it stands",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(anyOf = {CommentView.class, PostedComment.class})))
    public RestResponse<?> get(
            @RestPath @Parameter(description = ID) UUID id,
            @RestHeader(TOKEN) @Parameter(description = MINE) String token) {
        Comment comment = threads.ofVisibleArticle(id);
        if (comment.state() != CommentState.DELETED && ReplyDesk.mine(comment, token)) {
            return RestResponse.ResponseBuilder.ok(PostedComment.of(comment, null))
                    .header("Cache-Control", "private, no-store")
                    .header("Vary", TOKEN)
                    .build();
        }
        return RestResponse.ResponseBuilder.ok(threads.view(Threads.shown(comment)))
                .header("Vary", TOKEN)
                .build();
    }

    @GET
    @Path("/{id}/replies")
    @Cacheable
    @Transactional
    @Operation(
            operationId = "listReplies",
            summary = "List what stands below a comment",
            description =
                    "Replies at every level in the order of the conversation: each after the one that it"
                            + " answers, `depth` tells how far to indent.")
    public Page<CommentView> replies(
            @RestPath @Parameter(description = ID) UUID id, @BeanParam PageParameters page) {
        Comment above = threads.shown(id);
        Flaws flaws = new Flaws();
        PageRequest request = paging.request(page, flaws, "replies", id);
        flaws.refuse();
        return threads.below(above, request);
    }

    @GET
    @Path("/counts")
    @Cacheable
    @Transactional
    @Operation(
            operationId = "countComments",
            summary = "Count the visible comments of articles",
            description =
                    "In the order asked for; what is no visible article is left out without a word.")
    public Page<Counts.Count> counts(
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "Ids or slugs by comma, at most 100",
                            schema =
                                    @Schema(type = SchemaType.ARRAY, implementation = String.class))
                    String articles) {
        return counts.of(articles);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Laned
    @Transactional
    @Refuses({Problem.FORBIDDEN, Problem.EDIT_WINDOW_CLOSED, Problem.TOO_MANY_REQUESTS})
    @Sends("Cache-Control")
    @Operation(
            operationId = "editComment",
            summary = "Change one's own comment",
            description =
                    "JSON Merge Patch (RFC 7396), while the window is open. The new words are judged like a"
                            + " new comment, and may be held.")
    public RestResponse<PostedComment> edit(
            @RestPath @Parameter(description = ID) UUID id,
            @RestHeader(TOKEN) @Parameter(description = MINE) String token,
            @Context HttpServerRequest request,
            @RequestBody(content = @Content(schema = @Schema(implementation = CommentEdit.class)))
                    JsonNode patch) {
        // Counts like a post, and before the article's count is locked, as there.
        CommentSettings rules = settings.current();
        InetAddress from = addresses.of(request);
        Instant now = Instant.now();
        quota.check(from, rules.quota(), now);
        quota.take(from, rules.quota(), now);
        Comment comment = own(id, token);
        CommentEdit edit = patches.apply(CommentEdit.class, new CommentEdit(comment.text()), patch);
        return RestResponse.ResponseBuilder.ok(
                        desk.edit(
                                comment, articles.discussion(comment.articleId().toString()), edit))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Laned
    @Transactional
    @Refuses({Problem.FORBIDDEN, Problem.EDIT_WINDOW_CLOSED})
    @Operation(
            operationId = "removeComment",
            summary = "Remove one's own comment",
            description = "While the window is open. With visible replies its place stays, empty.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void remove(
            @RestPath @Parameter(description = ID) UUID id,
            @RestHeader(TOKEN) @Parameter(description = MINE) String token) {
        desk.remove(own(id, token));
    }

    // What is not public is not there for who lacks the token; what is public is not theirs.
    private Comment own(UUID id, String token) {
        Comment comment = threads.ofVisibleArticle(id);
        if (comment.state() == CommentState.DELETED || !ReplyDesk.mine(comment, token)) {
            Threads.shown(comment);
            throw Problem.FORBIDDEN.because("Only who sends its Edit-Token changes a comment.");
        }
        if (!ReplyDesk.now().isBefore(comment.editUntil())) {
            throw Problem.EDIT_WINDOW_CLOSED.because(Problem.EDIT_WINDOW_CLOSED.explanation());
        }
        Comment locked = tally.locked(id).orElseThrow(Threads::unknown);
        if (locked.state() == CommentState.DELETED) {
            throw Threads.unknown();
        }
        return locked;
    }
}
