package dev.byline.comment.desk;

import dev.byline.comment.Comment;
import dev.byline.comment.desk.QueueFilter.Wanted;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** Comments in one state, in the order of time. */
final class Queue implements Keyset<Comment> {

    private final EntityManager em;
    private final HibernateCriteriaBuilder cb;
    private final Wanted wanted;
    private final boolean newest;

    Queue(EntityManager em, Wanted wanted, boolean newest) {
        this.em = em;
        this.cb = em.unwrap(Session.class).getCriteriaBuilder();
        this.wanted = wanted;
        this.newest = newest;
    }

    @Override
    public List<Comment> rows(Position from, int max) {
        CriteriaQuery<Comment> query = cb.createQuery(Comment.class);
        Root<Comment> comment = query.from(Comment.class);
        boolean descending = (from == null || from.forward()) == newest;
        Expression<Instant> time = comment.get("createdAt");
        Expression<UUID> id = comment.get("id");
        query.where(where(comment, from, descending))
                .orderBy(
                        descending
                                ? List.of(cb.desc(time), cb.desc(id))
                                : List.of(cb.asc(time), cb.asc(id)));
        return em.createQuery(query).setMaxResults(max).getResultList();
    }

    /** The ids of the first of them. */
    List<UUID> ids(int max) {
        CriteriaQuery<UUID> query = cb.createQuery(UUID.class);
        Root<Comment> comment = query.from(Comment.class);
        query.select(comment.get("id"))
                .where(where(comment, null, newest))
                .orderBy(cb.asc(comment.get("createdAt")), cb.asc(comment.get("id")));
        return em.createQuery(query).setMaxResults(max).getResultList();
    }

    @Override
    public boolean any(Position from) {
        return !rows(from, 1).isEmpty();
    }

    @Override
    public long count() {
        CriteriaQuery<Long> query = cb.createQuery(Long.class);
        Root<Comment> comment = query.from(Comment.class);
        query.select(cb.count(comment)).where(where(comment, null, newest));
        return em.createQuery(query).getSingleResult();
    }

    @Override
    public String key(Comment comment) {
        return Position.key(comment.createdAt());
    }

    @Override
    public UUID id(Comment comment) {
        return comment.id();
    }

    private Predicate[] where(Root<Comment> comment, Position from, boolean descending) {
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(cb.equal(comment.get("state"), wanted.state()));
        if (wanted.reason() != null) {
            conditions.add(
                    cb.isTrue(
                            cb.function(
                                    "comment_found",
                                    Boolean.class,
                                    comment.get("findings"),
                                    cb.value(wanted.reason()))));
        }
        if (wanted.articleId() != null) {
            conditions.add(cb.equal(comment.get("articleId"), wanted.articleId()));
        }
        if (wanted.articleSlug() != null) {
            conditions.add(
                    cb.equal(
                            comment.get("articleId"),
                            cb.function(
                                    "slug_owner",
                                    UUID.class,
                                    cb.value("article"),
                                    cb.value(wanted.articleSlug()))));
        }
        if (wanted.commenter() != null) {
            conditions.add(cb.equal(comment.get("commenterId"), wanted.commenter()));
        }
        if (from != null) {
            Expression<Instant> time = comment.get("createdAt");
            Expression<UUID> id = comment.get("id");
            Instant key = from.instant();
            conditions.add(
                    descending
                            ? cb.lessThanOrEqualTo(time, key)
                            : cb.greaterThanOrEqualTo(time, key));
            conditions.add(
                    cb.or(
                            descending ? cb.lessThan(time, key) : cb.greaterThan(time, key),
                            descending
                                    ? cb.lessThan(id, from.id())
                                    : cb.greaterThan(id, from.id())));
        }
        return conditions.toArray(Predicate[]::new);
    }
}
