package dev.byline.access.audit;

import dev.byline.access.Role;
import dev.byline.access.audit.AuditFilter.Wanted;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.problem.Flaws;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists what was done and refused. */
@Path(AuditNewsroomResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Access")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class AuditNewsroomResource {

    static final String PATH = "/v1/newsroom/audit";

    @Inject EntityManager em;
    @Inject Paging paging;

    @GET
    @Transactional
    @Operation(
            operationId = "listAudit",
            summary = "Who did what",
            description =
                    "Every change in the newsroom and every refused attempt, the latest first. It holds no body, no secret and no"
                            + " e-mail address, and nothing in it is ever changed.")
    public Page<AuditView> list(@BeanParam AuditFilter filter, @BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        Wanted wanted = filter.read(flaws);
        PageRequest request =
                paging.request(
                        page,
                        flaws,
                        PATH,
                        wanted.who(),
                        wanted.what(),
                        wanted.item(),
                        wanted.from(),
                        wanted.to(),
                        wanted.outcome());
        flaws.refuse();
        return request.of(new AuditList(em, wanted)).map(AuditRow::view);
    }
}
