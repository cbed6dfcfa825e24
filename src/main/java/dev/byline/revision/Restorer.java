package dev.byline.revision;

import dev.byline.article.Article;
import dev.byline.article.NewsroomArticles;
import dev.byline.article.Remark;
import dev.byline.edition.ArticleInput;
import dev.byline.platform.patch.MergePatch;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Brings revisions back. */
@ApplicationScoped
public class Restorer {

    @Inject Revision.Repo revisions;
    @Inject Inputs inputs;
    @Inject MergePatch patches;
    @Inject NewsroomArticles articles;
    @Inject Remark remark;

    /** Saves a revision's record through the door of every save, as a new revision. */
    public void restore(Article article, int number, String why, String by) {
        Revision revision = revisions.get(article.id(), number);
        remark.restores(number, why);
        try {
            articles.save(article, patches.bind(ArticleInput.class, inputs.tree(revision)), by);
        } catch (ProblemException e) {
            if (e.problem() != Problem.INVALID_REQUEST) {
                throw e;
            }
            Flaws flaws = new Flaws();
            e.flaws().forEach(flaw -> flaws.at(flaw.pointer(), flaw.code(), flaw.detail()));
            flaws.refuse(Problem.NOT_RESTORABLE);
        }
    }
}
