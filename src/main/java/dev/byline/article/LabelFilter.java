package dev.byline.article;

import jakarta.persistence.criteria.Expression;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** Slugs of labels of one kind; the statement itself looks up whose they are. */
record LabelFilter(String space, Set<String> slugs) {

    List<? extends Expression<UUID>> owners(HibernateCriteriaBuilder cb) {
        return slugs.stream().map(slug -> owner(cb, space, slug)).toList();
    }

    static Expression<UUID> owner(HibernateCriteriaBuilder cb, String space, String slug) {
        return cb.function("slug_owner", UUID.class, cb.value(space), cb.value(slug));
    }
}
