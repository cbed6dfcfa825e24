package dev.byline.revision.undo;

import dev.byline.article.Article;
import dev.byline.article.ArticleState;
import dev.byline.article.NewsroomArticles;
import dev.byline.article.Publication;
import dev.byline.platform.problem.ProblemException;
import dev.byline.revision.Restorer;
import dev.byline.revision.undo.UndoReport.Entry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Brings articles back to what they were, each in a transaction of its own: one that can't be
 * brought back keeps none of the others.
 */
@ApplicationScoped
class Undo {

    private static final String ANY_VERSION = "*";
    private static final Set<ArticleState> SHOWN =
            Set.of(ArticleState.PUBLISHED, ArticleState.SCHEDULED);

    @Inject NewsroomArticles articles;
    @Inject Restorer restorer;

    Entry apply(Touched touched, String why, String by) {
        Entry planned = Entry.of(touched);
        if (touched.asBefore()) {
            return planned;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> restore(touched, why, by));
            return planned;
        } catch (ProblemException e) {
            return planned.failed(e);
        }
    }

    private void restore(Touched touched, String why, String by) {
        Article article = articles.expected(touched.article(), ANY_VERSION);
        if (touched.published() && SHOWN.contains(article.state())) {
            if (touched.liveBefore() == null) {
                articles.unpublish(article, by);
            } else {
                restorer.restore(article, touched.liveBefore(), why, by);
                // What was published without credit before is so again, for this reason.
                Publication again = new Publication(null, null, null, null, why);
                articles.publish(article, again, by, new Article.Repo().now());
            }
        }
        if (touched.before() != null) {
            restorer.restore(article, touched.before(), why, by);
        }
    }
}
