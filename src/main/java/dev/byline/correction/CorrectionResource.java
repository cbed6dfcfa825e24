package dev.byline.correction;

import dev.byline.article.CorrectionNote;
import dev.byline.article.VisibleArticles;
import dev.byline.delivery.Cacheable;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.problem.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The corrections ledger of a visible article. */
@Path("/v1/articles/{article}/corrections")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-content", value = "")
public class CorrectionResource {

    @Inject VisibleArticles articles;
    @Inject Correction.Repo corrections;
    @Inject Paging paging;

    @GET
    @Cacheable
    @Transactional
    @Operation(
            operationId = "listCorrections",
            summary = "List an article's corrections",
            description = "What readers are told about mistakes and their repair, oldest first.")
    public Page<CorrectionNote> list(
            @RestPath @Parameter(description = "Id or slug of the article") String article,
            @BeanParam PageParameters page) {
        UUID id = articles.id(article);
        Flaws flaws = new Flaws();
        PageRequest request = paging.request(page, flaws, "corrections", id);
        flaws.refuse();
        return request.of(new Entries(corrections.of(id)));
    }
}
