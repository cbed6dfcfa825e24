package dev.byline.article;

import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.edition.Names;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.http.Moved;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the public may read of articles, assembled: the only way for readers' resources to reach
 * them.
 */
@ApplicationScoped
public class VisibleArticles {

    @Inject EntityManager em;
    @Inject Names names;
    @Inject CorrectionNotes corrections;

    /**
     * One page of a list: a statement for the rows, one for all tags and authors, and what the page
     * itself asks for.
     */
    Page<ArticleSummary> page(Wanted wanted, ArticleSort sort, PageRequest request) {
        Page<ArticleRow> page = request.of(new ArticleQuery(em, wanted, sort, null));
        Map<UUID, Names.Of> found = named(page.items());
        return page.map(row -> ArticleSummary.of(row, found.get(row.edition())));
    }

    /** The visible ones among these ids, in the order given. */
    Page<ArticleSummary> byIds(Wanted wanted) {
        List<ArticleRow> rows = new ArticleQuery(em, wanted, ArticleSort.NEWEST, null).byIds();
        Map<UUID, ArticleRow> byId =
                rows.stream().collect(Collectors.toMap(ArticleRow::id, Function.identity()));
        Map<UUID, Names.Of> found = named(rows);
        List<ArticleSummary> items =
                wanted.ids().stream()
                        .map(byId::get)
                        .filter(Objects::nonNull)
                        .map(row -> ArticleSummary.of(row, found.get(row.edition())))
                        .toList();
        return new Page<>(items, new Page.Info(wanted.ids().size(), null, null, null));
    }

    /**
     * The article with this id or slug; a former slug is {@link Moved}, anything else not found.
     */
    ArticleView get(String idOrSlug, List<ArticlePart> include) {
        ArticleQuery.Item item = item(idOrSlug);
        return new ArticleView(
                ArticleSummary.of(
                        item.row(),
                        named(List.of(item.row())).get(item.row().edition()),
                        item.comments()),
                item.body(),
                corrections.of(item.row().id()),
                include.isEmpty() ? null : included(item.row().id(), include));
    }

    /**
     * The id of the article with this id or slug; a former slug is {@link Moved}, anything else not
     * found.
     */
    public UUID id(String idOrSlug) {
        return item(idOrSlug).row().id();
    }

    private static Map<String, Page<?>> included(UUID article, List<ArticlePart> include) {
        Map<String, Page<?>> included = new LinkedHashMap<>();
        include.forEach(part -> included.put(part.name(), part.first(article)));
        return included;
    }

    /** Where readers reply to the article with this id or slug; otherwise as {@link #id}. */
    public Discussion discussion(String idOrSlug) {
        ArticleQuery.Item item = item(idOrSlug);
        return new Discussion(item.row().id(), item.row().comments(item.comments()));
    }

    /** An article as those see it who reply to it. */
    public record Discussion(UUID article, CommentFacts comments) {}

    private ArticleQuery.Item item(String idOrSlug) {
        UUID id = Ids.parse(idOrSlug).orElse(null);
        if (id == null && !Slug.valid(idOrSlug)) {
            throw unknown();
        }
        return new ArticleQuery(em, Wanted.ALL, ArticleSort.NEWEST, null)
                .one(id, idOrSlug)
                .orElseThrow(
                        () ->
                                id != null
                                        ? unknown()
                                        : new Article.Repo()
                                                .redirect(idOrSlug)
                                                .<RuntimeException>map(
                                                        present -> new Moved(present))
                                                .orElseGet(VisibleArticles::unknown));
    }

    private static RuntimeException unknown() {
        return Problem.NOT_FOUND.because(Problem.NOT_FOUND.explanation());
    }

    private Map<UUID, Names.Of> named(List<ArticleRow> rows) {
        return names.of(rows.stream().map(ArticleRow::edition).toList());
    }
}
