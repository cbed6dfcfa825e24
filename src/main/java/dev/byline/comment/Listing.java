package dev.byline.comment;

import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Comments in the order of time: the heads of an article's threads, or all of its comments. */
record Listing(EntityManager em, Kind kind, UUID scope, boolean newest) implements Keyset<Comment> {

    private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID SMALLEST = new UUID(0, 0);

    enum Kind {
        TOP("Comment.top.newest", "Comment.top.oldest", "Comment.top.count"),
        FLAT("Comment.flat.newest", "Comment.flat.oldest", "Comment.flat.count");

        private final String newest;
        private final String oldest;
        private final String count;

        Kind(String newest, String oldest, String count) {
            this.newest = newest;
            this.oldest = oldest;
            this.count = count;
        }
    }

    @Override
    public List<Comment> rows(Position from, int max) {
        boolean forward = from == null || from.forward();
        boolean descending = forward == newest;
        return em.createNamedQuery(descending ? kind.newest : kind.oldest, Comment.class)
                .setParameter("scope", scope)
                .setParameter(
                        "time",
                        from == null ? (descending ? AFTER_ALL : BEFORE_ALL) : from.instant())
                .setParameter("id", from == null ? SMALLEST : from.id())
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public boolean any(Position from) {
        return !rows(from, 1).isEmpty();
    }

    @Override
    public long count() {
        return em.createNamedQuery(kind.count, Long.class)
                .setParameter("scope", scope)
                .getSingleResult();
    }

    @Override
    public String key(Comment comment) {
        return Position.key(comment.createdAt());
    }

    @Override
    public UUID id(Comment comment) {
        return comment.id();
    }
}
