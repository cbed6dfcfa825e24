package dev.byline.article;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** The SQL functions of the visibility gate, called at an instant; null is now. */
record GateSql(HibernateCriteriaBuilder cb, Instant at) {

    /** Whether the article is visible. */
    Predicate visible(From<?, Article> article) {
        return cb.isTrue(
                cb.function(
                        "article_visible",
                        Boolean.class,
                        article.get("state"),
                        article.get("publishedAt"),
                        article.get("embargoUntil"),
                        article.get("expiresAt"),
                        instant()));
    }

    /**
     * Whether the edition on the shelf counts: the next version from its time on, or the one
     * before.
     */
    Predicate shown(From<?, Shelf> shelf) {
        return cb.isTrue(
                cb.function(
                        "on_shelf",
                        Boolean.class,
                        shelf.get("shownFrom"),
                        shelf.get("shownUntil"),
                        instant()));
    }

    private Expression<Instant> instant() {
        return at == null ? cb.nullLiteral(Instant.class) : cb.value(at);
    }
}
