package dev.byline.preview;

import dev.byline.article.ArticleChanged;
import dev.byline.article.ArticleChanged.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What is taken down is not to be read by any door. */
@ApplicationScoped
class TakedownEndsPreviews {

    @Inject PreviewLink.Repo links;

    void end(@Observes ArticleChanged changed) {
        if (changed.action() == Action.TAKEDOWN) {
            links.end(changed.article().id());
        }
    }
}
