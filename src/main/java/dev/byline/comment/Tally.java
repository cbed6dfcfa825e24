package dev.byline.comment;

import dev.byline.platform.entity.ItemChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows and hides comments, and keeps the counts exact. The count of the article is locked first,
 * always: what shows or hides comments of one article stands in line, and nobody waits in a circle.
 */
@ApplicationScoped
public class Tally {

    @Inject EntityManager em;
    @Inject Event<ItemChanged> changed;
    @Inject Event<CommentMoved> moved;

    /** The comment, alone for this transaction. */
    public Optional<Comment> locked(UUID id) {
        Comment found = em.find(Comment.class, id);
        if (found == null) {
            return Optional.empty();
        }
        lock(found.articleId());
        em.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return Optional.of(found);
    }

    /** The comments, alone for this transaction. */
    public List<Comment> locked(Collection<UUID> ids) {
        List<?> articles =
                em.createNativeQuery(
                                "select distinct article_id from comment where id in (:ids) order by 1",
                                UUID.class)
                        .setParameter("ids", ids)
                        .getResultList();
        articles.forEach(article -> lock((UUID) article));
        return em.createQuery(
                        "select c from Comment c where c.id in (:ids) order by c.id", Comment.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void lock(UUID article) {
        em.createNativeQuery(
                        """
                        insert into comment_count as n (article_id, visible, seq) values (:article, 0, 0)
                        on conflict on constraint comment_count_pkey do update set visible = n.visible
                        returning seq""",
                        Long.class)
                .setParameter("article", article)
                .getResultList();
    }

    /** Adds a new comment to its article. */
    public void add(Comment comment, CommentState state) {
        comment.become(state);
        if (comment.visible()) {
            comment.numbered(number(comment, 1));
        }
        em.persist(comment);
        em.flush();
        if (comment.visible()) {
            below(comment, 1);
            tell(comment);
        }
        moved.fire(new CommentMoved(comment, state));
    }

    /** Moves a locked comment to another state. */
    public void move(Comment comment, CommentState to) {
        boolean before = comment.visible();
        boolean same = comment.state() == to;
        comment.become(to);
        em.flush();
        if (comment.visible() && !before) {
            shown(comment);
        } else if (before && !comment.visible()) {
            hidden(comment);
        } else if (before) {
            moved(comment, number(comment, 0));
        }
        if (before || comment.visible()) {
            tell(comment);
        }
        if (!same) {
            moved.fire(new CommentMoved(comment, to));
        }
    }

    private void tell(Comment comment) {
        changed.fire(
                new ItemChanged(
                        ItemChanged.Kind.COMMENT,
                        comment.id(),
                        comment.version(),
                        null,
                        List.of("article:" + comment.articleId())));
    }

    private void shown(Comment comment) {
        long seq = number(comment, 1);
        em.createNativeQuery("update comment set seq = :seq, moved = :seq where id = :id")
                .setParameter("seq", seq)
                .setParameter("id", comment.id())
                .executeUpdate();
        below(comment, 1);
    }

    private void hidden(Comment comment) {
        moved(comment, number(comment, -1));
        below(comment, -1);
    }

    private void moved(Comment comment, long seq) {
        em.createNativeQuery("update comment set moved = :seq where id = :id")
                .setParameter("seq", seq)
                .setParameter("id", comment.id())
                .executeUpdate();
    }

    /** The next number of the article's comments, after so many more of them are visible. */
    private long number(Comment comment, int more) {
        return (long)
                em.createNativeQuery(
                                """
                                insert into comment_count as n (article_id, visible, seq) values (:article, greatest(:more, 0), 1)
                                on conflict on constraint comment_count_pkey do update
                                set visible = n.visible + :more, seq = n.seq + 1
                                returning seq""",
                                Long.class)
                        .setParameter("article", comment.articleId())
                        .setParameter("more", more)
                        .getSingleResult();
    }

    private void below(Comment comment, int change) {
        if (comment.depth() > 0) {
            em.createNativeQuery("update comment set below = below + :change where id in (:above)")
                    .setParameter("change", change)
                    .setParameter("above", comment.ancestors())
                    .executeUpdate();
        }
    }
}
