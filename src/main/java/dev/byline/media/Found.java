package dev.byline.media;

import dev.byline.delivery.Freshness;
import dev.byline.platform.http.Urls;
import jakarta.persistence.criteria.CompoundSelection;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/**
 * A media item, whether its rights forbid to show it and whether a visible article uses it, at an
 * instant.
 */
record Found(Media media, Boolean withheld, Boolean visible, Instant at) {

    static CompoundSelection<Found> of(HibernateCriteriaBuilder cb, Root<Media> media, Instant at) {
        Expression<Instant> instant = at == null ? cb.nullLiteral(Instant.class) : cb.value(at);
        return cb.construct(
                Found.class,
                media,
                cb.function(
                        "media_withheld",
                        Boolean.class,
                        media.get("validFrom"),
                        media.get("validUntil"),
                        instant),
                cb.function("media_visible", Boolean.class, media.get("id"), instant),
                at == null ? cb.function("statement_timestamp", Instant.class) : cb.value(at));
    }

    /** Lets no copy of the reply outlive the rights. */
    void limit(Freshness freshness) {
        if (!withheld) {
            freshness.until(at, media.validUntil());
        }
    }

    MediaView view(Urls urls) {
        return media.view(withheld, urls);
    }
}
