package dev.byline.article.desk;

import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.article.Article;
import dev.byline.article.ArticleNewsroomView;
import dev.byline.article.NewsroomArticles;
import dev.byline.article.Publication;
import dev.byline.article.Takedown;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What moves an article from one state to another. */
@Path("/v1/newsroom/articles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.EDITOR)
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class StateNewsroomResource {

    @Inject NewsroomArticles articles;
    @Inject Review review;
    @Inject Caller caller;

    @POST
    @Path("/{id}/submit")
    @RolesAllowed(Role.Names.WRITER)
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "submitArticle",
            summary = "Submit a draft for review",
            description = "Its writer can't change it until an editor sends it back.")
    public RestResponse<ArticleNewsroomView> submit(
            @RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        articles.submit(articles.expected(id, ifMatch), caller.id());
        return articles.reply(id);
    }

    @POST
    @Path("/{id}/send-back")
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "sendBackArticle",
            summary = "Send an article back to its writer",
            description = "Its writer may change it again.")
    public RestResponse<ArticleNewsroomView> sendBack(
            @RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        articles.sendBack(articles.expected(id, ifMatch), caller.id());
        return articles.reply(id);
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses({
        Problem.SLUG_TAKEN,
        Problem.FORBIDDEN_TRANSITION,
        Problem.NOT_PUBLISHABLE,
        Problem.REVIEW_REQUIRED
    })
    @Operation(
            operationId = "publishArticle",
            summary = "Publish the working copy",
            description =
                    "Needs a section, a language, a body or lead media, and of each picture its alternative text, its"
                            + " credit and its terms. Publishing again promotes the working copy; a version"
                            + " scheduled before is dropped.")
    public RestResponse<ArticleNewsroomView> publish(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @Valid Publication publication) {
        Article article = reviewed(id, ifMatch);
        Publication wanted = publication == null ? Publication.NOW : publication;
        articles.publish(article, wanted, caller.id(), new Article.Repo().now());
        return articles.reply(id);
    }

    @POST
    @Path("/{id}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses({
        Problem.SLUG_TAKEN,
        Problem.FORBIDDEN_TRANSITION,
        Problem.NOT_PUBLISHABLE,
        Problem.REVIEW_REQUIRED
    })
    @Operation(
            operationId = "scheduleArticle",
            summary = "Publish the working copy at a future time",
            description =
                    "Needs `at`, and what `publish` needs. Where the article is published already, that version stays"
                            + " until the next one takes its place; `embargoUntil` then delays the next version alone.")
    public RestResponse<ArticleNewsroomView> schedule(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid Publication publication) {
        Article article = reviewed(id, ifMatch);
        articles.schedule(article, publication, caller.id(), new Article.Repo().now());
        return articles.reply(id);
    }

    @POST
    @Path("/{id}/unpublish")
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "unpublishArticle",
            summary = "Take an article back to a draft",
            description = "For readers it is `404` from then on, until it is published again.")
    public RestResponse<ArticleNewsroomView> unpublish(
            @RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        articles.unpublish(articles.expected(id, ifMatch), caller.id());
        return articles.reply(id);
    }

    @POST
    @Path("/{id}/archive")
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "archiveArticle",
            summary = "Put an article away",
            description =
                    "For readers it is `404` from then on. `restore` brings it back, without a scheduled next version.")
    public RestResponse<ArticleNewsroomView> archive(
            @RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        articles.archive(articles.expected(id, ifMatch), caller.id());
        return articles.reply(id);
    }

    @POST
    @Path("/{id}/takedown")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "takeDownArticle",
            summary = "Take an article down",
            description =
                    "For readers who could know it, it is `410` with the class of reason and no other word of it. A"
                            + " scheduled next version and all preview links are dropped.")
    public RestResponse<ArticleNewsroomView> takeDown(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid Takedown takedown) {
        articles.takeDown(articles.expected(id, ifMatch), takedown, caller.id());
        return articles.reply(id);
    }

    @POST
    @Path("/{id}/restore")
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "restoreArticle",
            summary = "Undo archiving or a takedown",
            description =
                    "The article returns to the state before. A next version that was scheduled then has to be scheduled"
                            + " again.")
    public RestResponse<ArticleNewsroomView> restore(
            @RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        articles.restore(articles.expected(id, ifMatch), caller.id());
        return articles.reply(id);
    }

    private Article reviewed(UUID id, String ifMatch) {
        Article article = articles.expected(id, ifMatch);
        review.check(article, caller.id());
        return article;
    }
}
