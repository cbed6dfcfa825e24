package dev.byline.related;

import dev.byline.article.VisibleArticles;
import dev.byline.delivery.Cacheable;
import dev.byline.platform.page.Limit;
import dev.byline.platform.page.Page;
import dev.byline.platform.problem.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a reader of a visible article may go next. */
@Path("/v1/articles/{article}/related")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-content", value = "")
public class RelatedResource {

    private static final int MOST = 20;

    @Inject VisibleArticles articles;
    @Inject RelatedLinks links;

    @GET
    @Cacheable
    @Transactional
    @Operation(
            operationId = "listRelatedLinks",
            summary = "List an article's related links",
            description =
                    "Curated links first, in the editor's order, then automatic ones, up to the limit. Links to articles"
                            + " that aren't visible are not shown.")
    public Page<RelatedView> list(
            @RestPath @Parameter(description = "Id or slug of the article") String article,
            @RestQuery
                    @Parameter(
                            description = "Number of links",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "20",
                                            defaultValue = "6"))
                    String limit) {
        Flaws flaws = new Flaws();
        int most = Limit.parse(limit, RelatedLinks.DEFAULT, MOST, flaws);
        flaws.refuse();
        UUID id = articles.id(article);
        return links.page(id, most);
    }
}
