package dev.byline.preview;

import dev.byline.article.ArticleView;
import dev.byline.platform.openapi.Sends;
import dev.byline.platform.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** An unpublished version of an article, for those who were given a link to it. */
@Path("/v1/previews/{token}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-content", value = "")
class PreviewResource {

    @Inject PreviewLink.Repo links;
    @Inject PreviewTokens tokens;

    @GET
    @Transactional
    @Sends({"Cache-Control", "X-Robots-Tag"})
    @Operation(
            operationId = "getPreview",
            summary = "Read a version that may be unpublished",
            description =
                    "The version for which the newsroom made the link. Never cached. An unknown token, an expired and"
                            + " a revoked one are all `404`.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    public RestResponse<byte[]> get(@RestPath String token) {
        String content =
                tokens.link(token)
                        .flatMap(links::shown)
                        .orElseThrow(
                                () -> Problem.NOT_FOUND.because(Problem.NOT_FOUND.explanation()));
        return RestResponse.ResponseBuilder.ok(content.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
