package dev.byline.author;

import dev.byline.delivery.Cacheable;
import dev.byline.media.MediaView;
import dev.byline.platform.label.Condition;
import dev.byline.platform.label.Counted;
import dev.byline.platform.label.NameFilter;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Authors, for readers' apps. */
@Path(AuthorResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Sections, tags, authors")
@Extension(name = "x-smallrye-profile-content", value = "")
class AuthorResource {

    static final String PATH = "/v1/authors";

    @Inject Author.Repo authors;
    @Inject Portraits portraits;
    @Inject Paging paging;

    @GET
    @Cacheable
    @Transactional
    @Operation(
            operationId = "listAuthors",
            summary = "List authors",
            description = "Authors of visible articles, in the order of their slugs.")
    public Page<AuthorView> list(@BeanParam NameFilter name, @BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        Condition<Author> named = name.condition(flaws);
        PageRequest request = paging.request(page, flaws, PATH, name.q());
        flaws.refuse();
        Page<Counted<Author>> found = request.of(authors.list(List.of(Condition.visible(), named)));
        Map<UUID, MediaView> shown = portraits.of(found.items());
        return found.map(author -> AuthorView.of(author, shown));
    }

    @GET
    @Path("/{author}")
    @Cacheable
    @Transactional
    @Operation(
            operationId = "getAuthor",
            summary = "Read an author",
            description =
                    "An author of a visible article. A former slug answers `308` with the present address.")
    public AuthorView get(@RestPath @Parameter(description = "Id or slug") String author) {
        Counted<Author> found = authors.find(author, Condition.visible());
        return AuthorView.of(found, portraits.of(found));
    }
}
