package dev.byline.taxonomy;

import dev.byline.delivery.BuiltFrom;
import dev.byline.delivery.Cacheable;
import dev.byline.platform.label.Condition;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Tags, for readers' apps. */
@Path(TagResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Sections, tags, authors")
@Extension(name = "x-smallrye-profile-content", value = "")
class TagResource {

    static final String PATH = "/v1/tags";

    @Inject Tag.Repo tags;
    @Inject Paging paging;
    @Inject BuiltFrom builtFrom;

    @GET
    @Cacheable
    @Transactional
    @Operation(
            operationId = "listTags",
            summary = "List tags",
            description = "Tags of visible articles, in the order of their slugs.")
    public Page<TagView> list(
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
        builtFrom.list("tags");
        builtFrom.list("articles");
        return request.of(tags.list(List.of(Condition.visible(), named, typed))).map(TagView::of);
    }

    @GET
    @Path("/{tag}")
    @Cacheable
    @Transactional
    @Operation(
            operationId = "getTag",
            summary = "Read a tag",
            description =
                    "A tag of a visible article. A former slug answers `308` with the present address.")
    public TagView get(@RestPath @Parameter(description = "Id or slug") String tag) {
        TagView found = TagView.of(tags.find(tag, Condition.visible()));
        builtFrom.under("tag", found.slug());
        return found;
    }
}
