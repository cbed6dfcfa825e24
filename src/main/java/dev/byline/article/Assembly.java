package dev.byline.article;

import dev.byline.delivery.Freshness;
import dev.byline.edition.Names;
import dev.byline.edition.ShownMedia;
import dev.byline.media.MediaView;
import dev.byline.platform.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes replies of rows: one statement for the tags and authors of all, and one for the media of
 * all where there are any. What a request shows beside a whole article shares both with it.
 */
@RequestScoped
public class Assembly {

    @Inject Names names;
    @Inject ShownMedia media;
    @Inject CorrectionNotes corrections;
    @Inject Freshness freshness;

    private Whole ahead;
    private Found found;

    /** An article that will be shown whole, and its body. */
    record Whole(ArticleRow row, ShownMedia.Body body) {}

    private record Found(Map<UUID, Names.Of> named, Map<UUID, MediaView> shown) {}

    /** What the article needs is looked up together with what is shown beside it, if anything. */
    Whole prepare(ArticleRow row, String body) {
        ahead = new Whole(row, media.body(body, row.leadMedia()));
        found = null;
        return ahead;
    }

    /** What lists show, by edition. */
    Map<UUID, ArticleSummary> summaries(List<ArticleRow> rows) {
        rows.forEach(this::freshWhileSo);
        Found all = find(rows);
        Map<UUID, Names.Of> named = all.named();
        Map<UUID, MediaView> leads = all.shown();
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                ArticleRow::edition,
                                row -> ArticleSummary.of(row, named.get(row.edition()), leads)));
    }

    /**
     * One article whole, with the number of its visible comments; {@code corrected} is false where
     * no correction has to be looked for, {@code included} null for none.
     */
    ArticleView whole(
            Whole article, long comments, boolean corrected, Map<String, Page<?>> included) {
        ArticleRow row = article.row();
        freshWhileSo(row);
        if (found == null) {
            find(List.of());
        }
        return new ArticleView(
                ArticleSummary.of(row, found.named().get(row.edition()), found.shown(), comments),
                media.json(article.body(), found.shown()),
                corrected ? corrections.of(row.id()) : List.of(),
                included);
    }

    private Found find(List<ArticleRow> rows) {
        List<UUID> editions = new ArrayList<>(rows.stream().map(ArticleRow::edition).toList());
        List<UUID> items = new ArrayList<>(rows.stream().map(ArticleRow::leadMedia).toList());
        if (ahead != null && found == null) {
            editions.add(ahead.row().edition());
            items.addAll(ahead.body().media());
        }
        Found all = new Found(names.of(editions), media.of(items));
        if (ahead != null && found == null) {
            found = all;
        }
        return all;
    }

    // Of what the reply shows, never of anything hidden: that would announce it.
    private void freshWhileSo(ArticleRow row) {
        Instant now = Instant.now();
        freshness.until(now, row.expiresAt());
        if (row.commentsOpen()) {
            freshness.until(now, row.commentsCloseAt());
        }
    }
}
