package dev.byline.taxonomy;

import dev.byline.delivery.BuiltFrom;
import dev.byline.delivery.Cacheable;
import dev.byline.platform.label.Condition;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Sections, for readers' apps. */
@Path(SectionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Sections, tags, authors")
@Extension(name = "x-smallrye-profile-content", value = "")
class SectionResource {

    static final String PATH = "/v1/sections";

    @Inject Section.Repo sections;
    @Inject Paging paging;
    @Inject BuiltFrom builtFrom;

    @GET
    @Cacheable
    @Transactional
    @Operation(
            operationId = "listSections",
            summary = "List sections",
            description = "All sections, in the order of their slugs; `parent` makes them a tree.")
    public Page<SectionView> list(@BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        PageRequest request = paging.request(page, flaws, PATH);
        flaws.refuse();
        builtFrom.list("sections");
        builtFrom.list("articles");
        return request.of(sections.list(List.of(Condition.none()))).map(SectionView::of);
    }

    @GET
    @Path("/{section}")
    @Cacheable
    @Transactional
    @Operation(
            operationId = "getSection",
            summary = "Read a section",
            description = "A section. A former slug answers `308` with the present address.")
    public SectionView get(@RestPath @Parameter(description = "Id or slug") String section) {
        SectionView found = SectionView.of(sections.find(section, Condition.none()));
        builtFrom.under("section", found.slug());
        return found;
    }
}
