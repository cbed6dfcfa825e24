package dev.byline.correction;

import dev.byline.access.audit.ItemsAudited;
import dev.byline.article.Article;
import dev.byline.article.NewsroomArticles;
import dev.byline.article.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What an intruder told readers as a correction is withdrawn. */
@ApplicationScoped
class CorrectionTrace implements Trace {

    @Inject NewsroomArticles articles;
    @Inject Correction.Repo corrections;
    @Inject ItemsAudited audit;

    @Override
    public Kind kind() {
        return Kind.CORRECTION;
    }

    @Override
    public long count(String key, Instant since) {
        return corrections.standing(key, since).size();
    }

    @Override
    public long undo(String key, Instant since, String by) {
        long withdrawn = 0;
        for (Correction.Place place : corrections.standing(key, since)) {
            Article article = articles.locked(place.article());
            Correction entry = corrections.find(place.article(), place.id());
            if (entry.stands()) {
                Instant now = new Article.Repo().now();
                entry.withdraw(by, now);
                articles.corrected(article, by, now);
                audit.changed("articles", article.id(), article.version(), article.version());
                withdrawn++;
            }
        }
        return withdrawn;
    }
}
