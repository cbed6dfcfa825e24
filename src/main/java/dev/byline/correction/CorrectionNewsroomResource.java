package dev.byline.correction;

import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.article.Article;
import dev.byline.article.CorrectionNote;
import dev.byline.article.NewsroomArticles;
import dev.byline.platform.http.Urls;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The corrections ledger, for editors. An entry stands beside the article: it needs no {@code
 * If-Match} and makes nobody's working copy stale.
 */
@Path("/v1/newsroom/articles/{id}/corrections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.EDITOR)
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class CorrectionNewsroomResource {

    private static final String PATH = "/v1/newsroom/articles/%s/corrections";

    @Inject NewsroomArticles articles;
    @Inject Correction.Repo corrections;
    @Inject Paging paging;
    @Inject Caller caller;
    @Inject Urls urls;

    @GET
    @RolesAllowed(Role.Names.WRITER)
    @Transactional
    @Operation(
            operationId = "listNewsroomCorrections",
            summary = "List the corrections of an article in any state",
            description = "Oldest first, withdrawn ones among them.")
    public Page<CorrectionNote> list(@RestPath UUID id, @BeanParam PageParameters page) {
        articles.known(id);
        Flaws flaws = new Flaws();
        PageRequest request = paging.request(page, flaws, "newsroom corrections", id);
        flaws.refuse();
        return request.of(new Entries(corrections.of(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "addCorrection",
            summary = "Tell readers of a correction",
            description =
                    "Public at once, with the article. It can be withdrawn later, and never removed or changed.")
    @APIResponseSchema(value = CorrectionNote.class, responseCode = "201")
    public RestResponse<CorrectionNote> add(
            @RestPath UUID id, @NotNull @Valid CorrectionInput input) {
        Article article = articles.locked(id);
        Instant now = new Article.Repo().now();
        if (!article.everPublic(now)) {
            throw Problem.FORBIDDEN_TRANSITION.because(
                    "The article was never published: correct the working copy.");
        }
        Correction correction = new Correction(id, input.kind(), input.text(), caller.id(), now);
        corrections.persist(correction);
        articles.corrected(article, caller.id(), now);
        CorrectionNote note = correction.note();
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, note)
                .header("Location", urls.of(PATH.formatted(id)))
                .build();
    }

    @POST
    @Path("/{correction}/withdraw")
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "withdrawCorrection",
            summary = "Withdraw a correction",
            description = "It stays to be read, marked as withdrawn.")
    public RestResponse<CorrectionNote> withdraw(@RestPath UUID id, @RestPath UUID correction) {
        Article article = articles.locked(id);
        Instant now = new Article.Repo().now();
        Correction entry = corrections.find(id, correction);
        entry.withdraw(caller.id(), now);
        articles.corrected(article, caller.id(), now);
        return RestResponse.ok(entry.note());
    }
}
