package dev.byline.related;

import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.article.Article;
import dev.byline.article.NewsroomArticles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The curated links of an article, for editors. */
@Path("/v1/newsroom/articles/{id}/related")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.EDITOR)
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
public class RelatedNewsroomResource {

    @Inject NewsroomArticles articles;
    @Inject CuratedLinks curated;
    @Inject RelatedLink.Repo links;
    @Inject Caller caller;

    @GET
    @Transactional
    @Operation(
            operationId = "getCuratedLinks",
            summary = "Read an article's curated links",
            description = "As they were set, whether or not readers see them now.")
    public RestResponse<RelatedInput> get(@RestPath UUID id) {
        return reply(articles.known(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "replaceCuratedLinks",
            summary = "Replace an article's curated links",
            description =
                    "The whole list in order; public at once where the article is. `If-Match` takes the article's `ETag`.")
    public RestResponse<RelatedInput> replace(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid RelatedInput input) {
        Article article = articles.expected(id, ifMatch);
        if (curated.replace(article.id(), input)) {
            articles.touch(id, caller.id());
        }
        return reply(articles.known(id));
    }

    private RestResponse<RelatedInput> reply(Article article) {
        return RestResponse.ResponseBuilder.ok(
                        new RelatedInput(
                                links.of(article.id()).stream().map(RelatedLink::input).toList()))
                .header(HttpHeaders.ETAG, article.etag())
                .build();
    }
}
