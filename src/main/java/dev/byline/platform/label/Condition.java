package dev.byline.platform.label;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.Locale;

/** One condition on labels, to be combined with others in one query. */
@FunctionalInterface
public interface Condition<L extends Label> {

    Predicate on(CriteriaBuilder cb, AbstractQuery<?> query, Root<L> label);

    /** Visible articles stand under it: other tags and authors would tell of drafts. */
    static <L extends Label> Condition<L> visible() {
        return (cb, query, label) ->
                cb.isTrue(
                        cb.function(
                                "any_visible_article",
                                Boolean.class,
                                label.get("id"),
                                cb.nullLiteral(Instant.class)));
    }

    /** The name begins with this text, whatever the case; null is no condition. */
    static <L extends Label> Condition<L> startsWith(String text) {
        if (text == null) {
            return (cb, query, label) -> cb.conjunction();
        }
        String pattern =
                text.toLowerCase(Locale.ROOT)
                                .replace("\\", "\\\\")
                                .replace("%", "\\%")
                                .replace("_", "\\_")
                        + "%";
        return (cb, query, label) -> cb.like(cb.lower(label.get("name")), pattern, '\\');
    }

    /** An attribute has this value; null is no condition. */
    static <L extends Label> Condition<L> is(String attribute, Object value) {
        return (cb, query, label) ->
                value == null ? cb.conjunction() : cb.equal(label.get(attribute), value);
    }

    /** The slug comes after (or before) this one. */
    static <L extends Label> Condition<L> beyond(String slug, boolean forward) {
        return (cb, query, label) -> {
            Path<String> own = label.get("slug");
            return forward ? cb.greaterThan(own, slug) : cb.lessThan(own, slug);
        };
    }
}
