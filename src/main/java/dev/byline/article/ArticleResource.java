package dev.byline.article;

import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.delivery.Cacheable;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.page.Fields;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Visible articles, for readers' apps. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-content", value = "")
public class ArticleResource {

    private static final String PATH = "/v1/articles";

    @Inject VisibleArticles articles;
    @Inject Paging paging;
    @Inject @Any Instance<ArticlePart> parts;

    @GET
    @Cacheable
    @Transactional
    @Operation(
            operationId = "listArticles",
            summary = "List articles",
            description =
                    "Visible articles, newest first. Filters narrow the list; all of them must hold.")
    public Page<ArticleSummary> list(
            @BeanParam ArticleFilter filter,
            @BeanParam PageParameters page,
            @RestQuery
                    @Parameter(
                            description = "Order of the list; `relevance` needs `q`",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "newest",
                                                "oldest",
                                                "updated",
                                                "relevance"
                                            },
                                            defaultValue = "newest"))
                    String sort,
            @RestQuery
                    @Parameter(
                            description =
                                    "Members of each item to reply with, by comma; `id` always stays",
                            example = "headline,slug")
                    String fields) {
        Flaws flaws = new Flaws();
        Wanted wanted = filter.read(flaws);
        ArticleSort order = order(sort, wanted, flaws);
        PageRequest request = paging.request(page, flaws, PATH, filter.canonical(), order);
        Fields.check(fields, ArticleSummary.class, flaws);
        if (wanted.ids() != null) {
            excluded("sort", sort, flaws);
            excluded("cursor", page.cursor(), flaws);
            excluded("limit", page.limit(), flaws);
        }
        flaws.refuse();
        return wanted.ids() != null
                ? articles.byIds(wanted)
                : articles.page(wanted, order, request);
    }

    @GET
    @Path("/{article}")
    @Cacheable
    @Transactional
    @Operation(
            operationId = "getArticle",
            summary = "Read an article",
            description =
                    "One visible article with its body. A former slug answers `308` with the present address.")
    public ArticleView get(
            @RestPath @Parameter(description = "Id or slug") String article,
            @RestQuery
                    @Parameter(
                            description = "Members to reply with, by comma; `id` always stays",
                            example = "headline,body")
                    String fields,
            @RestQuery
                    @Parameter(
                            description =
                                    "What to add to the reply, by comma: the first page of each",
                            example = "related,comments",
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            enumeration = {"related", "comments"}))
                    String include) {
        Flaws flaws = new Flaws();
        Fields.check(fields, ArticleView.class, flaws);
        List<ArticlePart> included = parts(include, flaws);
        flaws.refuse();
        return articles.get(article, included);
    }

    private List<ArticlePart> parts(String include, Flaws flaws) {
        if (include == null) {
            return List.of();
        }
        Set<String> names = new TreeSet<>(List.of(include.split(",", -1)));
        List<ArticlePart> found = parts.stream().filter(part -> names.remove(part.name())).toList();
        if (!names.isEmpty()) {
            flaws.in("include", Flaw.UNKNOWN, "names a part that no reply has");
        }
        return found;
    }

    private static ArticleSort order(String sort, Wanted wanted, Flaws flaws) {
        ArticleSort order =
                sort == null
                        ? ArticleSort.NEWEST
                        : Kebab.parse(ArticleSort.class, sort).orElse(null);
        if (order == null) {
            flaws.in("sort", Flaw.UNKNOWN, "must be one of " + Kebab.names(ArticleSort.class));
            return ArticleSort.NEWEST;
        }
        if (order == ArticleSort.RELEVANCE && wanted.q() == null) {
            flaws.in("sort", Flaw.CONFLICTING, "relevance needs q");
        }
        return order;
    }

    private static void excluded(String name, String value, Flaws flaws) {
        if (value != null) {
            flaws.in(name, Flaw.CONFLICTING, "can't be combined with ids");
        }
    }
}
