package dev.byline.article;

import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.delivery.BuiltFrom;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.http.Moved;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.slug.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the public may read of articles, assembled: the only way for readers' resources to reach
 * them.
 */
@ApplicationScoped
public class VisibleArticles {

    @Inject EntityManager em;
    @Inject Assembly assembly;
    @Inject BuiltFrom builtFrom;

    /**
     * One page of a list: a statement for the rows, one for all tags and authors, and what the page
     * itself asks for.
     */
    Page<ArticleSummary> page(Wanted wanted, ArticleSort sort, PageRequest request) {
        if (sort == ArticleSort.RELEVANCE) {
            return page(search(wanted, sort), request);
        }
        wanted.tell(builtFrom);
        Page<ArticleRow> page = request.of(new ArticleQuery(em, wanted, sort, null));
        Map<UUID, ArticleSummary> shown = assembly.summaries(page.items());
        return page.map(row -> shown.get(row.edition()));
    }

    /** What a query finds, by relevance or the newest first. */
    public SearchResult search(Wanted wanted, ArticleSort sort) {
        wanted.tell(builtFrom);
        ArticleQuery query = new ArticleQuery(em, wanted, ArticleSort.NEWEST, null);
        boolean ranked = sort == ArticleSort.RELEVANCE;
        return new SearchResult(query.hits(ranked, SearchResult.MOST), ranked, query::count);
    }

    /** One page of what was found. */
    public Page<ArticleSummary> page(SearchResult found, PageRequest request) {
        Page<SearchResult.Hit> page = request.of(found);
        Map<UUID, ArticleSummary> shown =
                summaries(page.items().stream().map(SearchResult.Hit::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(hit -> shown.get(hit.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                page.info());
    }

    /** The visible ones among these ids, in the order given. */
    Page<ArticleSummary> byIds(Wanted wanted) {
        Map<UUID, ArticleSummary> byId = summaries(wanted);
        List<ArticleSummary> items =
                wanted.ids().stream().map(byId::get).filter(Objects::nonNull).toList();
        return new Page<>(items, new Page.Info(wanted.ids().size(), null, null, null));
    }

    /** The visible ones among these ids. */
    public Map<UUID, ArticleSummary> summaries(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : summaries(
                        new Wanted(
                                Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, ids,
                                null));
    }

    private Map<UUID, ArticleSummary> summaries(Wanted wanted) {
        wanted.tell(builtFrom);
        List<ArticleRow> rows = new ArticleQuery(em, wanted, ArticleSort.NEWEST, null).byIds();
        return assembly.summaries(rows).values().stream()
                .collect(Collectors.toMap(ArticleSummary::id, Function.identity()));
    }

    /**
     * The article with this id or slug; a former slug is {@link Moved}, anything else not found.
     */
    ArticleView get(String idOrSlug, List<ArticlePart> include) {
        ArticleQuery.Item item = item(idOrSlug);
        builtFrom.comments(item.row().id());
        Assembly.Whole article = assembly.prepare(item.row(), item.body());
        return assembly.whole(
                article,
                item.comments(),
                item.corrected(),
                include.isEmpty() ? null : included(item.row().id(), include));
    }

    /**
     * The id of the article with this id or slug; a former slug is {@link Moved}, anything else not
     * found.
     */
    public UUID id(String idOrSlug) {
        return place(idOrSlug).article();
    }

    /** A visible article and the edition that the public sees. */
    public record Live(UUID article, UUID edition) {}

    /** The same with the edition that the public sees. */
    public Live live(String idOrSlug) {
        Place place = place(idOrSlug);
        return new Live(place.article(), place.edition());
    }

    private static Map<String, Page<?>> included(UUID article, List<ArticlePart> include) {
        Map<String, Page<?>> included = new LinkedHashMap<>();
        include.forEach(part -> included.put(part.name(), part.first(article)));
        return included;
    }

    /** Where readers reply to the article with this id or slug; otherwise as {@link #id}. */
    public Discussion discussion(String idOrSlug) {
        Place place = place(idOrSlug);
        return new Discussion(place.article(), place.comments());
    }

    /** An article as those see it who reply to it; the count is not told. */
    public record Discussion(UUID article, CommentFacts comments) {}

    private ArticleQuery.Item item(String idOrSlug) {
        ArticleQuery all = new ArticleQuery(em, Wanted.ALL, ArticleSort.NEWEST, null);
        ArticleQuery.Item item = found(idOrSlug, all::one);
        builtFrom.item(item.row().id());
        return item;
    }

    private Place place(String idOrSlug) {
        Place place = found(idOrSlug, (id, slug) -> Place.of(em, id, slug));
        builtFrom.item(place.article());
        return place;
    }

    private static <T> T found(String idOrSlug, BiFunction<UUID, String, Optional<T>> reading) {
        UUID id = Ids.parse(idOrSlug).orElse(null);
        if (id == null && !Slug.valid(idOrSlug)) {
            throw unknown();
        }
        return reading.apply(id, idOrSlug).orElseThrow(() -> absent(id, idOrSlug));
    }

    /** Why there is no such article to read: it moved, it was taken down, or nobody may know. */
    private static RuntimeException absent(UUID id, String slug) {
        Article.Repo repo = new Article.Repo();
        Optional<String> present = id == null ? repo.redirect(slug) : Optional.empty();
        return present.<RuntimeException>map(Moved::new)
                .orElseGet(
                        () ->
                                repo.takenDown(id, slug)
                                        .<RuntimeException>map(
                                                reason ->
                                                        Problem.TAKEN_DOWN
                                                                .because(
                                                                        Problem.TAKEN_DOWN
                                                                                .explanation())
                                                                .reason(Kebab.of(reason)))
                                        .orElseGet(VisibleArticles::unknown));
    }

    private static RuntimeException unknown() {
        return Problem.NOT_FOUND.because(Problem.NOT_FOUND.explanation());
    }
}
