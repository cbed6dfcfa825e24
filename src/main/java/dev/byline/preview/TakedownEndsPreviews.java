package dev.byline.preview;

import dev.byline.article.ArticleChanged;
import dev.byline.article.ArticleChanged.Action;
import dev.byline.article.ArticleState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What is taken down is not to be read by any door. */
@ApplicationScoped
class TakedownEndsPreviews {

    @Inject PreviewLink.Repo links;

    void end(@Observes ArticleChanged changed) {
        boolean down = changed.article().state() == ArticleState.TAKEN_DOWN;
        if (changed.action() == Action.TAKEDOWN || changed.action() == Action.UNDO && down) {
            links.end(changed.article().id());
        }
    }
}
