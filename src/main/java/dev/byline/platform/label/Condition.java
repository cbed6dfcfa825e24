package dev.byline.platform.label;

import dev.byline.platform.entity.Ids;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** One condition on labels, to be combined with others in one query. */
@FunctionalInterface
public interface Condition<L extends Label> {

    Predicate on(HibernateCriteriaBuilder cb, Root<L> label);

    /** Every label will do. */
    static <L extends Label> Condition<L> none() {
        return (cb, label) -> cb.conjunction();
    }

    /** Visible articles stand under it: other tags and authors would tell of drafts. */
    static <L extends Label> Condition<L> visible() {
        return (cb, label) ->
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
            return none();
        }
        String pattern = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        // Both sides in the database: its small letters are not always Java's (the Turkish İ).
        return (cb, label) ->
                cb.like(cb.lower(label.get("name")), cb.lower(cb.value(pattern)), '\\');
    }

    /** The label has this id or slug, present or former. */
    static <L extends Label> Condition<L> named(String idOrSlug, String space) {
        return (cb, label) ->
                Ids.parse(idOrSlug)
                        .map(id -> cb.equal(label.get("id"), id))
                        .orElseGet(
                                () ->
                                        cb.equal(
                                                label.get("id"),
                                                cb.function(
                                                        "slug_owner",
                                                        UUID.class,
                                                        cb.value(space),
                                                        cb.value(idOrSlug))));
    }

    /** An attribute has this value; null is no condition. */
    static <L extends Label> Condition<L> is(String attribute, Object value) {
        return (cb, label) ->
                value == null ? cb.conjunction() : cb.equal(label.get(attribute), value);
    }

    /** The slug comes after (or before) this one. */
    static <L extends Label> Condition<L> beyond(String slug, boolean forward) {
        return (cb, label) -> {
            Path<String> own = label.get("slug");
            return forward ? cb.greaterThan(own, slug) : cb.lessThan(own, slug);
        };
    }
}
