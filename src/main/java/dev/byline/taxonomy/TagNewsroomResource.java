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
import dev.byline.taxonomy.TagView.NewsroomTag;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Tags, for the newsroom. */
@Path(TagNewsroomResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.WRITER)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Sections, tags, authors")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class TagNewsroomResource {

    static final String PATH = "/v1/newsroom/tags";

    @Inject Tag.Repo tags;
    @Inject MergePatch patches;
    @Inject Paging paging;
    @Inject Urls urls;

    @GET
    @Transactional
    @Operation(
            operationId = "listNewsroomTags",
            summary = "List tags",
            description = "All of them, in the order of their slugs.")
    public Page<NewsroomTag> list(
            @BeanParam NameFilter name,
            @RestQuery
                    @Parameter(
                            description = "Type",
                            example = "place",
                            schema = @Schema(implementation = Tag.Type.class))
                    String type,
            @BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        Condition<Tag> named = name.condition(flaws);
        Condition<Tag> typed = Condition.is("type", Tag.Type.read(type, flaws));
        PageRequest request = paging.request(page, flaws, PATH, name.q(), type);
        flaws.refuse();
        return request.of(tags.list(List.of(named, typed))).map(NewsroomTag::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Idempotent
    @Refuses(Problem.SLUG_TAKEN)
    @Operation(
            operationId = "createTag",
            summary = "Create a tag",
            description = "Only a name is needed; without a `slug` one is made of it.")
    @APIResponseSchema(value = NewsroomTag.class, responseCode = "201")
    public RestResponse<NewsroomTag> create(@NotNull @Valid TagInput input) {
        Tag tag = tags.create(input);
        return Versioned.created(tag, urls.of(PATH + "/" + tag.id()), view(tag));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getNewsroomTag",
            summary = "Read a tag",
            description = "With its version, whether or not readers see an article with it.")
    public RestResponse<NewsroomTag> get(@RestPath UUID id) {
        var found = tags.get(id);
        return Versioned.ok(found.label(), NewsroomTag.of(found));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Refuses(Problem.SLUG_TAKEN)
    @Operation(
            operationId = "replaceTag",
            summary = "Replace a tag",
            description =
                    "An unchanged `input` changes nothing. A former slug goes on leading here.")
    public RestResponse<NewsroomTag> replace(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid TagInput input) {
        Tag tag = tags.change(tags.lock(id, ifMatch), input);
        return Versioned.ok(tag, view(tag));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Refuses(Problem.SLUG_TAKEN)
    @Operation(
            operationId = "changeTag",
            summary = "Change a tag",
            description =
                    "JSON Merge Patch (RFC 7396) on `input`: absent members stay, null clears.")
    public RestResponse<NewsroomTag> change(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TagInput.class)))
                    JsonNode patch) {
        Tag tag = tags.lock(id, ifMatch);
        tags.change(tag, patches.apply(TagInput.class, tag.input(), patch));
        return Versioned.ok(tag, view(tag));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Refuses(Problem.IN_USE)
    @Operation(
            operationId = "deleteTag",
            summary = "Delete a tag that nothing refers to",
            description = "Only while no article has it; else merge it into another.")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        tags.remove(tags.lock(id, ifMatch));
    }

    private NewsroomTag view(Tag tag) {
        return NewsroomTag.of(tags.get(tag.id()));
    }
}
