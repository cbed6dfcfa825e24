package dev.byline.taxonomy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.access.Role;
import dev.byline.platform.entity.Versioned;
import dev.byline.platform.http.Urls;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.label.Condition;
import dev.byline.platform.label.NameFilter;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.patch.MergePatch;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.taxonomy.SectionView.NewsroomSection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Sections, for the newsroom. */
@Path(SectionNewsroomResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.WRITER)
@Tag(name = "Sections, tags, authors")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class SectionNewsroomResource {

    static final String PATH = "/v1/newsroom/sections";

    @Inject Section.Repo sections;
    @Inject MergePatch patches;
    @Inject Paging paging;
    @Inject Urls urls;

    @GET
    @Transactional
    @Operation(
            operationId = "listNewsroomSections",
            summary = "List sections",
            description = "All of them, in the order of their slugs.")
    public Page<NewsroomSection> list(@BeanParam NameFilter name, @BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        Condition<Section> named = name.condition(flaws);
        PageRequest request = paging.request(page, flaws, PATH, name.q());
        flaws.refuse();
        return request.of(sections.list(List.of(named))).map(NewsroomSection::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Idempotent
    @Refuses(Problem.SLUG_TAKEN)
    @Operation(
            operationId = "createSection",
            summary = "Create a section",
            description = "Only a name is needed; without a `slug` one is made of it.")
    @APIResponseSchema(value = NewsroomSection.class, responseCode = "201")
    public RestResponse<NewsroomSection> create(@NotNull @Valid SectionInput input) {
        Section section = sections.create(input);
        return Versioned.created(section, urls.of(PATH + "/" + section.id()), view(section));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getNewsroomSection",
            summary = "Read a section",
            description = "With its version.")
    public RestResponse<NewsroomSection> get(@RestPath UUID id) {
        var found = sections.get(id);
        return Versioned.ok(found.label(), NewsroomSection.of(found));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Refuses(Problem.SLUG_TAKEN)
    @Operation(
            operationId = "replaceSection",
            summary = "Replace a section",
            description =
                    "An unchanged `input` changes nothing. A former slug goes on leading here.")
    public RestResponse<NewsroomSection> replace(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid SectionInput input) {
        Section section = sections.change(sections.lock(id, ifMatch), input);
        return Versioned.ok(section, view(section));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Refuses(Problem.SLUG_TAKEN)
    @Operation(
            operationId = "changeSection",
            summary = "Change a section",
            description =
                    "JSON Merge Patch (RFC 7396) on `input`: absent members stay, null clears.")
    public RestResponse<NewsroomSection> change(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SectionInput.class)))
                    JsonNode patch) {
        Section section = sections.lock(id, ifMatch);
        sections.change(section, patches.apply(SectionInput.class, section.input(), patch));
        return Versioned.ok(section, view(section));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Refuses(Problem.IN_USE)
    @Operation(
            operationId = "deleteSection",
            summary = "Delete a section that nothing refers to",
            description = "Only while it has no article and no section inside.")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        sections.remove(sections.lock(id, ifMatch));
    }

    private NewsroomSection view(Section section) {
        return NewsroomSection.of(sections.get(section.id()));
    }
}
