package dev.byline.revision;

import dev.byline.article.Article;
import dev.byline.article.NewsroomArticles;
import dev.byline.article.Reinstatement;
import dev.byline.article.Remark;
import dev.byline.edition.ArticleInput;
import dev.byline.platform.patch.MergePatch;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Brings revisions back. */
@ApplicationScoped
public class Restorer {

    @Inject Revision.Repo revisions;
    @Inject Inputs inputs;
    @Inject MergePatch patches;
    @Inject NewsroomArticles articles;
    @Inject Reinstatement reinstatement;
    @Inject Remark remark;

    /** Saves a revision's record through the door of every save, as a new revision. */
    public void restore(Article article, int number, String why, String by) {
        Revision revision = revisions.get(article.id(), number);
        restore(revision, why, input -> articles.save(article, input, by));
    }

    /** The same, at the address that the article had with the revision. */
    public void restoreAtItsPlace(Article article, int number, String why, String by) {
        Revision revision = revisions.get(article.id(), number);
        restore(revision, why, input -> reinstatement.save(article, input, revision.slug(), by));
    }

    private void restore(Revision revision, String why, Consumer<ArticleInput> save) {
        remark.restores(revision.number(), why);
        try {
            save.accept(patches.bind(ArticleInput.class, inputs.tree(revision)));
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
