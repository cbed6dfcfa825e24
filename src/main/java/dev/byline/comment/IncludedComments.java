package dev.byline.comment;

import dev.byline.article.ArticlePart;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.Paging;
import dev.byline.platform.problem.Flaws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * The first page of an article's comments, inside the article's reply; its cursor is the list's.
 */
@ApplicationScoped
class IncludedComments implements ArticlePart {

    @Inject Threads threads;
    @Inject Paging paging;

    @Override
    public String name() {
        return "comments";
    }

    @Override
    public Page<CommentView> first(UUID article) {
        PageParameters first = new PageParameters(null, null, null);
        return threads.threads(
                article,
                true,
                paging.request(first, new Flaws(), "comments", article, true, false));
    }
}
