package dev.byline.article;

import dev.byline.article.ArticleChanged.Action;
import dev.byline.edition.ArticleInput;
import dev.byline.edition.CopyDesk;
import dev.byline.edition.Edition;
import dev.byline.edition.MediaDesk;
import dev.byline.platform.slug.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Puts articles back to how they stood, past the table of states: repair after a break-in, not
 * editing.
 */
@ApplicationScoped
public class Reinstatement {

    @Inject NewsroomArticles articles;
    @Inject MediaDesk media;
    @Inject CopyDesk desk;
    @Inject Slugs slugs;

    /**
     * The working copy is as the record says, at this address: the one that readers know now may be
     * an intruder's. Changes nothing where it is so already.
     */
    public void save(Article article, ArticleInput input, String slug, String by) {
        Edition working = article.working();
        if (!working.slug().equals(slug) || !desk.typed(input).equals(working.input())) {
            String free = slugs.claimFree(CopyDesk.SPACE, slug, article.id());
            articles.write(article, input, free, by);
        }
    }

    /** These addresses no longer lead to the article. */
    public void retire(Article article, List<String> intruders) {
        if (!intruders.isEmpty()) {
            slugs.retire(CopyDesk.SPACE, article.id(), intruders);
        }
    }

    /** Readers saw nothing of it, as soon as the article stands so. */
    public void conceal(Article article) {
        article.conceal();
    }

    /** The working copy becomes what readers see, as soon as the article stands so. */
    public void show(Article article, String why) {
        // What was published without credit before is so again, for this reason.
        media.requireCredits(article.working(), why);
        article.show(article.working());
    }

    /** The working copy becomes the next version. */
    public void follow(Article article, Standing before, String why) {
        media.requireCredits(article.working(), why);
        article.follow(before.nextAt(), before.nextUpdatedAt());
    }

    /** The article stands as before again, times that have come meanwhile taken as come. */
    public void stand(Article article, Standing before, String by, Instant now) {
        article.reinstate(before.at(now), now);
        articles.shown(article);
        articles.tell(article, Action.UNDO, by, now);
    }
}
