package dev.byline.article.desk;

import dev.byline.access.Role;
import dev.byline.article.Article;
import dev.byline.article.NewsroomArticles;
import dev.byline.platform.json.Rfc3339;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Explains why readers see an article or don't. */
@Path("/v1/newsroom/articles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.WRITER)
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class VisibilityNewsroomResource {

    @Inject NewsroomArticles articles;

    @GET
    @Path("/{id}/visibility")
    @Transactional
    @Operation(
            operationId = "explainVisibility",
            summary = "Explain whether readers see an article",
            description = "Each gate and its verdict, by the article as it is now.")
    public Visibility get(
            @RestPath UUID id,
            @RestQuery
                    @Parameter(
                            description =
                                    "The instant to look at; now, by the database's clock, when absent",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    String at) {
        return Visibility.of(articles.known(id), instant(at));
    }

    private static Instant instant(String at) {
        if (at == null) {
            return new Article.Repo().now();
        }
        Flaws flaws = new Flaws();
        Optional<Instant> instant = Rfc3339.parse(at);
        if (instant.isEmpty()) {
            flaws.in("at", Flaw.MALFORMED, "must be a time as in 2026-03-01T12:00:00Z (RFC 3339)");
        }
        flaws.refuse();
        return instant.orElseThrow();
    }
}
