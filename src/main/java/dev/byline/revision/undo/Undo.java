package dev.byline.revision.undo;

import dev.byline.access.audit.ItemsAudited;
import dev.byline.article.Article;
import dev.byline.article.ArticleState;
import dev.byline.article.NewsroomArticles;
import dev.byline.article.Publication;
import dev.byline.article.Reinstatement;
import dev.byline.platform.problem.ProblemException;
import dev.byline.revision.Restorer;
import dev.byline.revision.undo.UndoReport.Entry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Brings articles back to what they were, each in a transaction of its own: one that can't be
 * brought back keeps none of the others.
 */
@ApplicationScoped
class Undo {

    private static final String ANY_VERSION = "*";
    private static final Set<ArticleState> SHOWN =
            Set.of(ArticleState.PUBLISHED, ArticleState.SCHEDULED);

    @Inject Touched.Repo all;
    @Inject NewsroomArticles articles;
    @Inject Restorer restorer;
    @Inject Reinstatement reinstatement;
    @Inject ItemsAudited audit;

    Entry apply(Touched touched, UndoInput input, String by, Instant now) {
        Entry planned = Entry.of(touched, now);
        if (touched.asBefore(now)) {
            return planned;
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> undo(touched.article(), input, by));
        } catch (ProblemException e) {
            return planned.failed(e);
        }
    }

    // Many articles take a while: what others did to this one meanwhile counts, and is theirs.
    private Entry undo(UUID id, UndoInput input, String by) {
        Article article = articles.expected(id, ANY_VERSION);
        Touched touched = all.by(input.maker(), input.since(), id).get(0);
        Instant now = new Article.Repo().now();
        if (!touched.asBefore(now)) {
            long before = article.version();
            restore(article, touched, input.why(), by, now);
            new Article.Repo().flush();
            audit.changed("articles", article.id(), before, article.version());
        }
        return Entry.of(touched, now);
    }

    private void restore(Article article, Touched touched, String why, String by, Instant now) {
        if (touched.place().before() != null) {
            if (touched.place().left(now)) {
                putBack(article, touched.place(), why, by, now);
            }
        } else if (touched.published() && SHOWN.contains(article.state())) {
            if (touched.liveBefore() == null) {
                articles.unpublish(article, by);
            } else {
                restorer.restoreAtItsPlace(article, touched.liveBefore(), why, by);
                // What was published without credit before is so again, for this reason.
                Publication again = new Publication(null, null, null, null, why);
                articles.publish(article, again, by, new Article.Repo().now());
            }
        }
        reinstatement.retire(article, touched.slugs());
        if (touched.before() != null) {
            restorer.restoreAtItsPlace(article, touched.before(), why, by);
        }
    }

    private void putBack(Article article, Place place, String why, String by, Instant now) {
        Stood before = place.before().at(now);
        if (before.live() == null) {
            reinstatement.conceal(article);
        }
        if (place.showsOther(now)) {
            restorer.restoreAtItsPlace(article, before.live(), why, by);
            reinstatement.show(article, why);
        }
        if (place.followedByOther(now)) {
            restorer.restoreAtItsPlace(article, before.next(), why, by);
            reinstatement.follow(article, before.standing(), why);
        }
        reinstatement.stand(article, before.standing(), by, now);
    }
}
