package dev.byline.article;

import dev.byline.delivery.Freshness;
import dev.byline.edition.Names;
import dev.byline.edition.ShownMedia;
import dev.byline.media.MediaView;
import dev.byline.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes replies of rows: one statement for the tags and authors of all, and one for the media of
 * all where there are any.
 */
@ApplicationScoped
public class Assembly {

    @Inject Names names;
    @Inject ShownMedia media;
    @Inject CorrectionNotes corrections;
    @Inject Freshness freshness;

    /** What lists show, by edition. */
    Map<UUID, ArticleSummary> summaries(List<ArticleRow> rows) {
        rows.forEach(this::freshWhileSo);
        Map<UUID, Names.Of> named = names.of(rows.stream().map(ArticleRow::edition).toList());
        Map<UUID, MediaView> leads = media.of(rows.stream().map(ArticleRow::leadMedia).toList());
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                ArticleRow::edition,
                                row -> ArticleSummary.of(row, named.get(row.edition()), leads)));
    }

    /**
     * One article whole, with the number of its visible comments; {@code included} is null for
     * none.
     */
    ArticleView whole(ArticleRow row, String body, long comments, Map<String, Page<?>> included) {
        freshWhileSo(row);
        Names.Of named = names.of(List.of(row.edition())).get(row.edition());
        ShownMedia.Body shown = media.body(body, row.leadMedia());
        return new ArticleView(
                ArticleSummary.of(row, named, shown.media(), comments),
                shown.json(),
                corrections.of(row.id()),
                included);
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
