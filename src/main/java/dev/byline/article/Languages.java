package dev.byline.article;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Locale;

/** Basic filtering of language tags (RFC 4647 section 3.3.1). */
final class Languages {

    private Languages() {}

    /** Whether a tag is the range itself or begins with it and a hyphen. */
    static Predicate inRange(CriteriaBuilder cb, Expression<String> tag, String range) {
        String lower = range.toLowerCase(Locale.ROOT);
        return cb.or(cb.equal(cb.lower(tag), lower), cb.like(cb.lower(tag), lower + "-%"));
    }
}
