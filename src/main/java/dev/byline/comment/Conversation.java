package dev.byline.comment;

import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** What stands below one comment, in the order in which a conversation is read. */
record Conversation(EntityManager em, Comment above) implements Keyset<Comment> {

    // Behind every hexadecimal digit.
    private static final String END = "g";

    @Override
    public List<Comment> rows(Position from, int max) {
        boolean forward = from == null || from.forward();
        return em.createNamedQuery(
                        forward ? "Comment.below.onward" : "Comment.below.backward", Comment.class)
                .setParameter("thread", above.threadId())
                .setParameter("from", from != null && forward ? from.key() : above.path())
                .setParameter("to", forward ? above.path() + END : from.key())
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public boolean any(Position from) {
        return !rows(from, 1).isEmpty();
    }

    @Override
    public long count() {
        return em.createNamedQuery("Comment.below.count", Long.class)
                .setParameter("thread", above.threadId())
                .setParameter("from", above.path())
                .setParameter("to", above.path() + END)
                .getSingleResult();
    }

    @Override
    public String key(Comment comment) {
        return comment.path();
    }

    @Override
    public UUID id(Comment comment) {
        return comment.id();
    }
}
