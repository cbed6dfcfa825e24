package dev.byline.media;

import dev.byline.delivery.Cacheable;
import dev.byline.delivery.Freshness;
import dev.byline.media.metadata.Attribution;
import dev.byline.platform.http.Urls;
import dev.byline.platform.page.Fields;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Media that visible articles use, for readers' apps. */
@Path(MediaResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Media")
@Extension(name = "x-smallrye-profile-content", value = "")
class MediaResource {

    static final String PATH = "/v1/media";

    @Inject Media.Repo media;
    @Inject Freshness freshness;
    @Inject Urls urls;

    @GET
    @Path("/{id}")
    @Cacheable
    @Transactional
    @Operation(
            operationId = "getMedia",
            summary = "Read a media item",
            description =
                    "One that a visible article uses. While its rights don't cover the moment, it is named without `renditions`.")
    public MediaView get(
            @RestPath UUID id,
            @RestQuery
                    @Parameter(
                            description = "Members to reply with, by comma; `id` always stays",
                            example = "attribution,renditions")
                    String fields) {
        Flaws flaws = new Flaws();
        Fields.check(fields, MediaView.class, flaws);
        flaws.refuse();
        return visible(id).view(urls);
    }

    @GET
    @Path("/{id}/attribution")
    @Cacheable
    @Transactional
    @Operation(
            operationId = "getAttribution",
            summary = "Read a media item's attribution",
            description = "The credit alone, ready to print.")
    public Attribution attribution(@RestPath UUID id) {
        return visible(id).view(urls).attribution();
    }

    private Found visible(UUID id) {
        Found found = media.find(id).filter(Found::visible).orElseThrow(PictureDesk::unknown);
        found.limit(freshness);
        return found;
    }
}
