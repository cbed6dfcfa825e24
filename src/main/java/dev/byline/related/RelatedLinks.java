package dev.byline.related;

import dev.byline.article.ArticleSummary;
import dev.byline.article.VisibleArticles;
import dev.byline.delivery.BuiltFrom;
import dev.byline.platform.http.Urls;
import dev.byline.platform.page.Page;
import dev.byline.related.RelatedView.Kind;
import dev.byline.related.RelatedView.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The links of visible articles, with the summaries of what they lead to. */
@ApplicationScoped
class RelatedLinks {

    static final int DEFAULT = 6;

    private static final String PATH = "/v1/articles/";

    @Inject RelatedQuery query;
    @Inject VisibleArticles articles;
    @Inject Urls urls;
    @Inject BuiltFrom builtFrom;

    /** The first links of a visible article. */
    Page<RelatedView> page(UUID article, int limit) {
        return new Page<>(of(article, limit), new Page.Info(limit, null, null, null));
    }

    private List<RelatedView> of(UUID article, int limit) {
        builtFrom.related(article);
        // Automatic links weigh this article against all others.
        builtFrom.list("articles");
        List<RelatedQuery.Found> found = query.of(article, limit, null);
        Map<UUID, ArticleSummary> summaries =
                articles.summaries(
                        found.stream()
                                .map(RelatedQuery.Found::target)
                                .filter(Objects::nonNull)
                                .toList());
        return found.stream()
                .filter(link -> link.target() == null || summaries.containsKey(link.target()))
                .map(link -> view(link, summaries.get(link.target())))
                .toList();
    }

    private RelatedView view(RelatedQuery.Found link, ArticleSummary summary) {
        return new RelatedView(
                summary == null ? Kind.EXTERNAL : Kind.ARTICLE,
                link.rel(),
                link.automatic() ? Origin.AUTOMATIC : Origin.CURATED,
                link.title() != null ? link.title() : summary.headline(),
                summary == null ? link.url() : urls.of(PATH + summary.slug()),
                summary,
                link.score() == null ? null : Math.round(link.score() * 1000) / 1000.0);
    }
}
