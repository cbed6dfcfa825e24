package dev.byline.media;

import dev.byline.delivery.Freshness;
import dev.byline.platform.http.Urls;
import jakarta.persistence.criteria.CompoundSelection;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/**
 * A media item, whether its rights forbid to show it and whether a visible article uses it, at an
 * instant; and its poster, if it has one, with the rights of that.
 */
record Found(
        Media media,
        Boolean withheld,
        Boolean visible,
        Instant at,
        Media poster,
        Boolean posterWithheld) {

    static CompoundSelection<Found> of(HibernateCriteriaBuilder cb, Root<Media> media, Instant at) {
        Expression<Instant> instant = at == null ? cb.nullLiteral(Instant.class) : cb.value(at);
        Join<Media, Media> poster = media.join("poster", JoinType.LEFT);
        return cb.construct(
                Found.class,
                media,
                withheld(cb, media, instant),
                cb.function("media_visible", Boolean.class, media.get("id"), instant),
                at == null ? cb.function("statement_timestamp", Instant.class) : cb.value(at),
                poster,
                withheld(cb, poster, instant));
    }

    private static Expression<Boolean> withheld(
            HibernateCriteriaBuilder cb, From<?, Media> media, Expression<Instant> instant) {
        return cb.function(
                "media_withheld",
                Boolean.class,
                media.get("validFrom"),
                media.get("validUntil"),
                instant);
    }

    /** Lets no copy of the reply outlive the rights. */
    void limit(Freshness freshness) {
        if (!withheld) {
            freshness.until(at, media.validUntil());
            if (poster != null && !posterWithheld) {
                freshness.until(at, poster.validUntil());
            }
        }
    }

    /** As the public sees it; of what is withheld, nothing is shown. */
    MediaView view(Urls urls) {
        boolean shown = poster != null && !withheld;
        return media.view(withheld, shown ? poster.view(posterWithheld, null, urls) : null, urls);
    }
}
