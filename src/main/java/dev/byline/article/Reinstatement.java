package dev.byline.article;

import dev.byline.article.ArticleChanged.Action;
import dev.byline.edition.MediaDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Puts articles back to how they stood, past the table of states: repair after a break-in, not
 * editing.
 */
@ApplicationScoped
public class Reinstatement {

    @Inject NewsroomArticles articles;
    @Inject MediaDesk media;

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
