package dev.byline.article.desk;

import dev.byline.article.Article;
import dev.byline.article.ArticleState;
import dev.byline.article.Writers;
import dev.byline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** The four-eyes rule, where the newsroom has chosen it. */
@ApplicationScoped
class Review {

    private final boolean required;
    private final Writers writers;

    Review(NewsroomConfig config, Writers writers) {
        required = config.reviewRequired();
        this.writers = writers;
    }

    /** Refuses whoever had a hand in what is to be published. */
    void check(Article article, String caller) {
        if (!required || !article.unpublishedChanges()) {
            return;
        }
        if (article.state() == ArticleState.DRAFT) {
            throw Problem.REVIEW_REQUIRED.because("Submit the draft first.");
        }
        if (writers.wrote(article.id(), caller)) {
            throw Problem.REVIEW_REQUIRED.because(
                    "You had a hand in the working copy: somebody else has to publish it.");
        }
    }
}
