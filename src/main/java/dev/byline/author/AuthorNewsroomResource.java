package dev.byline.author;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.access.Role;
import dev.byline.author.AuthorView.NewsroomAuthor;
import dev.byline.media.MediaView;
import dev.byline.platform.entity.Versioned;
import dev.byline.platform.http.Urls;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.label.Condition;
import dev.byline.platform.label.Counted;
import dev.byline.platform.label.NameFilter;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.patch.MergePatch;
import dev.byline.platform.problem.Flaws;
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
import java.util.Map;
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

/** Authors, for the newsroom. */
@Path(AuthorNewsroomResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.WRITER)
@Tag(name = "Sections, tags, authors")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class AuthorNewsroomResource {

    static final String PATH = "/v1/newsroom/authors";

    @Inject Author.Repo authors;
    @Inject Portraits portraits;
    @Inject MergePatch patches;
    @Inject Paging paging;
    @Inject Urls urls;

    @GET
    @Transactional
    @Operation(
            operationId = "listNewsroomAuthors",
            summary = "List authors",
            description = "All of them, in the order of their slugs.")
    public Page<NewsroomAuthor> list(@BeanParam NameFilter name, @BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        Condition<Author> named = name.condition(flaws);
        PageRequest request = paging.request(page, flaws, PATH, name.q());
        flaws.refuse();
        Page<Counted<Author>> found = request.of(authors.list(List.of(named)));
        Map<UUID, MediaView> shown = portraits.of(found.items());
        return found.map(author -> NewsroomAuthor.of(author, shown));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Idempotent
    @Operation(operationId = "createAuthor", summary = "Create an author")
    @APIResponseSchema(value = NewsroomAuthor.class, responseCode = "201")
    public RestResponse<NewsroomAuthor> create(@NotNull @Valid AuthorInput input) {
        Author author = authors.create(input);
        return Versioned.created(author, urls.of(PATH + "/" + author.id()), view(author));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getNewsroomAuthor", summary = "Read an author")
    public RestResponse<NewsroomAuthor> get(@RestPath UUID id) {
        var found = authors.get(id);
        return Versioned.ok(found.label(), NewsroomAuthor.of(found, portraits.of(found)));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Operation(
            operationId = "replaceAuthor",
            summary = "Replace an author",
            description =
                    "An unchanged `input` changes nothing. A former slug goes on leading here.")
    public RestResponse<NewsroomAuthor> replace(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid AuthorInput input) {
        Author author = authors.change(authors.lock(id, ifMatch), input);
        return Versioned.ok(author, view(author));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Operation(
            operationId = "changeAuthor",
            summary = "Change an author",
            description =
                    "JSON Merge Patch (RFC 7396) on `input`: absent members stay, null clears.")
    public RestResponse<NewsroomAuthor> change(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = AuthorInput.class)))
                    JsonNode patch) {
        Author author = authors.lock(id, ifMatch);
        authors.change(author, patches.apply(AuthorInput.class, author.input(), patch));
        return Versioned.ok(author, view(author));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.EDITOR)
    @Transactional
    @Operation(operationId = "deleteAuthor", summary = "Delete an author that nothing refers to")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        authors.remove(authors.lock(id, ifMatch));
    }

    private NewsroomAuthor view(Author author) {
        var found = authors.get(author.id());
        return NewsroomAuthor.of(found, portraits.of(found));
    }
}
