package dev.byline.article;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** The SQL functions of the visibility gate, called for one article of a query at an instant. */
record GateSql(HibernateCriteriaBuilder cb, From<?, Article> article, Instant at) {

    Predicate visible() {
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

    /** The scheduled next version from its instant on, whether or not a job ran. */
    Expression<UUID> liveEdition() {
        return cb.function(
                "live_edition",
                UUID.class,
                article.get("live").get("id"),
                article.get("next").get("edition").get("id"),
                article.get("next").get("at"),
                instant());
    }

    /** The time of the last material change, as that version has it. */
    Expression<Instant> liveUpdate() {
        return cb.function(
                "live_update",
                Instant.class,
                article.get("updatedAt"),
                article.get("next").get("updatedAt"),
                article.get("next").get("at"),
                instant());
    }

    private Expression<Instant> instant() {
        return at == null ? cb.nullLiteral(Instant.class) : cb.value(at);
    }
}
