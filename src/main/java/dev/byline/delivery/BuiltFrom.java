package dev.byline.delivery;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The lists and items that the reply of this request was built from, beside those whose ids it
 * shows: when one of them changes, copies of the reply are dropped. The keys are those that the
 * database tells (V32); a cacheable reply that names none is dropped at every change.
 */
@RequestScoped
public class BuiltFrom {

    private final Set<String> keys = new HashSet<>();

    /** A list: {@code articles} for all visible ones and what is counted of them, or a kind. */
    public void list(String name) {
        keys.add(name);
    }

    /** What stands under a section, tag or author, by the address in the request. */
    public void under(String space, String slug) {
        keys.add("under:" + space + ":" + slug);
        keys.add("slug:" + space + ":" + slug);
    }

    /** Whether an address leads anywhere. */
    public void slug(String space, String slug) {
        keys.add("slug:" + space + ":" + slug);
    }

    /** An item whose id the reply may not show. */
    public void item(UUID id) {
        keys.add(id.toString());
    }

    /** The visible comments of an article, or their number. */
    public void comments(UUID article) {
        keys.add("comments:" + article);
    }

    /** The links that editors set for an article. */
    public void related(UUID article) {
        keys.add("related:" + article);
    }

    /** Whether a visible article uses a media item. */
    public void use(UUID media) {
        keys.add("used:" + media);
    }

    Set<String> keys() {
        return keys;
    }
}
