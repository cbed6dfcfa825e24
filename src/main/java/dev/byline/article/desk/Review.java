package dev.byline.article.desk;

import dev.byline.article.Article;
import dev.byline.article.ArticleState;
import dev.byline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** The four-eyes rule, where the newsroom has chosen it. */
@ApplicationScoped
class Review {

    private final boolean required;

    Review(NewsroomConfig config) {
        required = config.reviewRequired();
    }

    /** Refuses what nobody but its writer has looked at. */
    void check(Article article, String caller) {
        check(required, article, caller);
    }

    static void check(boolean required, Article article, String caller) {
        if (!required || !article.unpublishedChanges()) {
            return;
        }
        if (article.state() == ArticleState.DRAFT) {
            throw Problem.REVIEW_REQUIRED.because("Submit the draft first.");
        }
        if (article.savedBy().equals(caller)) {
            throw Problem.REVIEW_REQUIRED.because(
                    "You wrote the working copy last: somebody else has to publish it.");
        }
    }
}
