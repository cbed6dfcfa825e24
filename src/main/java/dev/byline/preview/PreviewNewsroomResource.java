package dev.byline.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.article.Article;
import dev.byline.article.ArticleState;
import dev.byline.article.NewsroomArticles;
import dev.byline.platform.http.Urls;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes, lists and revokes links to the working copy as it is now. */
@Path("/v1/newsroom/articles/{id}/preview-links")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.WRITER)
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class PreviewNewsroomResource {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST = 100;

    @Inject NewsroomArticles articles;
    @Inject PreviewLink.Repo links;
    @Inject PreviewTokens tokens;
    @Inject ObjectMapper mapper;
    @Inject Caller caller;
    @Inject Urls urls;

    /** The links that last, the latest first; there are few. */
    record Links(List<PreviewLinkView> items) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listPreviewLinks",
            summary = "List an article's preview links",
            description = "Those that still work, the latest first; without their tokens.")
    public Links list(@RestPath UUID id) {
        articles.known(id);
        return new Links(
                links.of(id, new Article.Repo().now()).stream().map(PreviewLink::view).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "makePreviewLink",
            summary = "Make a preview link",
            description =
                    "Whoever has the address reads the working copy as it is now: later saves don't change what it"
                            + " shows. The token is told this once.")
    @APIResponseSchema(value = PreviewLinkView.class, responseCode = "201")
    public RestResponse<PreviewLinkView> make(@RestPath UUID id, PreviewLinkInput input) {
        // A takedown waits for this one, or this one for it; and no save comes between version and
        // words.
        Article article = articles.locked(id);
        if (article.state() == ArticleState.TAKEN_DOWN) {
            throw Problem.FORBIDDEN_TRANSITION.because("The article is taken down.");
        }
        Instant now = new Article.Repo().now();
        links.purge(now);
        if (links.of(id, now).size() >= MOST) {
            throw Problem.FORBIDDEN_TRANSITION.because(
                    "The article has %d preview links: revoke some.".formatted(MOST));
        }
        PreviewLink link = new PreviewLink(article, content(id), caller.id(), now, end(input, now));
        links.persistAndFlush(link);
        String token = tokens.of(link.id());
        String url = urls.of("/v1/previews/" + token);
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, link.view().with(token, url))
                .header("Location", url)
                .build();
    }

    @DELETE
    @Path("/{link}")
    @Transactional
    @Operation(
            operationId = "revokePreviewLink",
            summary = "Revoke a preview link",
            description = "It is dead at once, and what it showed is deleted.")
    public void revoke(@RestPath UUID id, @RestPath UUID link) {
        articles.known(id);
        PreviewLink found =
                links.findByIdOptional(link, LockModeType.PESSIMISTIC_WRITE)
                        .filter(each -> each.leadsTo(id))
                        .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such link."));
        links.delete(found);
        links.flush();
    }

    private static Instant end(PreviewLinkInput input, Instant now) {
        if (input == null || input.expiresAt() == null) {
            return now.plus(USUAL);
        }
        Flaws flaws = new Flaws();
        Instant end = input.expiresAt();
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            flaws.at("/expiresAt", Flaw.OUT_OF_RANGE, "must lie ahead, by 30 days at most");
        }
        flaws.refuse();
        return end;
    }

    private String content(UUID id) {
        try {
            return mapper.writeValueAsString(articles.view(id).article());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An article can't be written as JSON", e);
        }
    }
}
