package dev.byline.related;

import dev.byline.article.ArticlePart;
import dev.byline.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives an article's reply its related links. */
@ApplicationScoped
class RelatedPart implements ArticlePart {

    @Inject RelatedLinks links;

    @Override
    public String name() {
        return "related";
    }

    @Override
    public Page<?> first(UUID article) {
        return links.page(article, RelatedLinks.DEFAULT);
    }
}
