package dev.byline.search;

import dev.byline.article.ArticleFilter;
import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.article.ArticleSort;
import dev.byline.article.ArticleSummary;
import dev.byline.article.SearchResult;
import dev.byline.article.VisibleArticles;
import dev.byline.delivery.BuiltFrom;
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
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Full-text search over visible articles. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Search")
@Extension(name = "x-smallrye-profile-content", value = "")
public class SearchResource {

    private static final String PATH = "/v1/search";
    private static final Set<ArticleSort> SORTS =
            EnumSet.of(ArticleSort.RELEVANCE, ArticleSort.NEWEST);

    @Inject VisibleArticles articles;
    @Inject Highlighter highlighter;
    @Inject FacetQuery facets;
    @Inject Spelling spelling;
    @Inject Paging paging;
    @Inject BuiltFrom builtFrom;

    @GET
    @Cacheable
    @Parameter(name = "q", in = ParameterIn.QUERY, required = true)
    @Transactional
    @Operation(
            operationId = "search",
            summary = "Search articles",
            description =
                    "Words in the article's language, accents folded; headline before standfirst before section, tags and"
                            + " authors before body. All filters of the list of articles narrow it.")
    public SearchReply search(
            @BeanParam ArticleFilter filter,
            @BeanParam PageParameters page,
            @RestQuery
                    @Parameter(
                            description = "Order of the hits",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"relevance", "newest"},
                                            defaultValue = "relevance"))
                    String sort,
            @RestQuery
                    @Parameter(
                            description =
                                    "Whether the last word is the beginning of one, for search as you type",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String prefix,
            @RestQuery
                    @Parameter(
                            description =
                                    "Members of each hit to reply with, by comma; `id` always stays",
                            example = "headline,slug,highlights")
                    String fields) {
        Flaws flaws = new Flaws();
        Wanted wanted = filter.read(flaws);
        if (filter.q() == null) {
            flaws.in("q", Flaw.REQUIRED, "says what to search for");
        }
        ArticleSort order =
                sort == null
                        ? ArticleSort.RELEVANCE
                        : Kebab.parse(ArticleSort.class, sort).orElse(null);
        if (order == null || !SORTS.contains(order)) {
            flaws.in("sort", Flaw.UNKNOWN, "must be one of relevance, newest");
        }
        if (prefix != null && !prefix.equals("true") && !prefix.equals("false")) {
            flaws.in("prefix", Flaw.MALFORMED, "must be true or false");
        }
        Fields.check(fields, SearchHit.class, flaws);
        PageRequest request =
                paging.request(
                        page,
                        flaws,
                        PATH,
                        filter.canonical(),
                        filter.ids(),
                        order,
                        "true".equals(prefix));
        flaws.refuse();
        return reply(filter.q(), "true".equals(prefix) ? wanted.prefix() : wanted, order, request);
    }

    private SearchReply reply(String typed, Wanted wanted, ArticleSort order, PageRequest request) {
        // Facets name and suggestions read what no hit may show.
        builtFrom.list("articles");
        builtFrom.list("labels");
        SearchResult found = articles.search(wanted, order);
        Page<ArticleSummary> page = articles.page(found, request);
        Map<UUID, SearchHit.Highlights> highlights =
                highlighter.of(page.items().stream().map(ArticleSummary::id).toList(), wanted.q());
        return new SearchReply(
                page.items().stream()
                        .map(
                                article ->
                                        new SearchHit(
                                                article,
                                                highlights.getOrDefault(
                                                        article.id(), SearchHit.Highlights.NONE)))
                        .toList(),
                page.info(),
                facets.of(found.hits()),
                found.hits().isEmpty() ? spelling.suggest(typed).orElse(null) : null);
    }
}
