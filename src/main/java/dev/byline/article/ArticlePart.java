package dev.byline.article;

import dev.byline.platform.page.Page;
import java.util.UUID;

/**
 * What an article's reply may include of a room that stands below this one and implements it; CDI
 * finds them.
 */
public interface ArticlePart {

    /** The name in {@code include} and in {@code included}. */
    String name();

    /** The first page for a visible article. */
    Page<?> first(UUID article);
}
