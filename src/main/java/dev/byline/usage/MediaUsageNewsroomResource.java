package dev.byline.usage;

import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.media.Media;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where a media item is used: what must be looked at before its rights are given up. */
@Path("/v1/newsroom/media/{id}/usage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.WRITER)
@Tag(name = "Media")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
public class MediaUsageNewsroomResource {

    @Inject EntityManager em;
    @Inject Media.Repo media;
    @Inject Caller caller;
    @Inject Paging paging;

    @GET
    @Transactional
    @Operation(
            operationId = "listMediaUsage",
            summary = "List the articles and authors that use a media item",
            description =
                    "Drafts, published articles and authors, the latest created first. A writer sees their own drafts only.")
    public Page<MediaUsage> list(@RestPath UUID id, @BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        PageRequest request = paging.request(page, flaws, "media usage", id);
        flaws.refuse();
        if (media.findByIdOptional(id).isEmpty()) {
            throw Problem.NOT_FOUND.because("There is no such media item.");
        }
        return request.of(new MediaUsages(em, id, caller.is(Role.EDITOR) ? null : caller.id()));
    }
}
