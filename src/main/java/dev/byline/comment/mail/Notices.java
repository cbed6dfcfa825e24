package dev.byline.comment.mail;

import dev.byline.comment.Comment;
import dev.byline.comment.CommentMoved;
import dev.byline.comment.CommentState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

/**
 * Who is to be told of what, written in the transaction in which it happens. Nobody is written to
 * about a comment that no reader has seen: what is held or spam asks for no confirmation.
 */
@ApplicationScoped
public class Notices {

    // Whoever types a stranger's address makes Byline write to them so often in a day, not more.
    private static final int ASKED_A_DAY = 3;

    @Inject EntityManager em;
    @Inject Mailing mailing;

    /** Notes that who wrote this new comment wants to be told of replies. */
    public void ask(Comment comment) {
        if (!mailing.on()) {
            return;
        }
        em.createNativeQuery(
                        """
                        insert into comment_notice (comment_id, commenter_id, asked_at)
                        select :comment, :commenter, statement_timestamp()
                        where (select count(*) from comment_notice
                               where commenter_id = :commenter
                                 and asked_at > statement_timestamp() - interval '1 day') < :most""")
                .setParameter("comment", comment.id())
                .setParameter("commenter", comment.commenterId())
                .setParameter("most", ASKED_A_DAY)
                .executeUpdate();
        if (comment.visible()) {
            confirmation(comment);
        }
    }

    void moved(@Observes CommentMoved moved) {
        Comment comment = moved.comment();
        if (!mailing.on()) {
            return;
        }
        if (moved.to() == CommentState.VISIBLE) {
            confirmation(comment);
            if (comment.parentId() != null) {
                reply(comment);
            }
        } else if (moved.to() == CommentState.HELD && !mailing.moderators().isEmpty()) {
            of(
                            """
                            insert into comment_waiting (comment_id, since)
                            values (:comment, statement_timestamp())
                            on conflict on constraint comment_waiting_pkey do nothing""",
                            comment.id())
                    .executeUpdate();
        }
    }

    private void confirmation(Comment comment) {
        of(
                        """
                        insert into comment_letter (comment_id, kind, due_at)
                        select comment_id, 'CONFIRM', statement_timestamp() from comment_notice
                        where comment_id = :comment and confirmed_at is null and ended_at is null
                        on conflict on constraint comment_letter_pkey do nothing""",
                        comment.id())
                .executeUpdate();
    }

    // The update locks a letter that is being sent: either it tells of this reply, or it goes
    // again.
    private void reply(Comment reply) {
        of(
                        """
                        insert into comment_letter as l (comment_id, kind, due_at)
                        select n.comment_id, 'REPLIES',
                               greatest(statement_timestamp(), n.told_at + interval '1 hour')
                        from comment_notice n
                        where n.comment_id = :comment and n.confirmed_at is not null and n.ended_at is null
                          and n.commenter_id <> :writer
                        on conflict on constraint comment_letter_pkey do update set again = true""",
                        reply.parentId())
                .setParameter("writer", reply.commenterId())
                .executeUpdate();
    }

    /** Confirms; false when it was not asked for, is too long ago, or was ended. */
    boolean confirm(UUID comment) {
        // What was said before is not told now.
        return of(
                                """
                                update comment_notice n
                                set confirmed_at = coalesce(confirmed_at, statement_timestamp()),
                                    told = case when confirmed_at is null
                                                then coalesce((select k.seq from comment_count k
                                                               join comment c on c.article_id = k.article_id
                                                               where c.id = n.comment_id), 0)
                                                else told end
                                where n.comment_id = :comment and n.ended_at is null
                                  and (n.confirmed_at is not null
                                       or n.asked_at > statement_timestamp() - interval '7 days')""",
                                comment)
                        .executeUpdate()
                == 1;
    }

    /** Ends everything that goes to the address behind a comment. */
    void stop(UUID comment) {
        of(
                        """
                        update comment_notice set ended_at = coalesce(ended_at, statement_timestamp())
                        where commenter_id = (select commenter_id from comment_notice where comment_id = :comment)""",
                        comment)
                .executeUpdate();
        of(
                        """
                        delete from comment_letter where comment_id in (
                            select n.comment_id from comment_notice n
                            where n.commenter_id = (select commenter_id from comment_notice where comment_id = :comment))""",
                        comment)
                .executeUpdate();
    }

    /** Forgets what a commenter asked for, and what waits to be sent to them. */
    public void forget(UUID commenter) {
        em.createNativeQuery("delete from comment_notice where commenter_id = :commenter")
                .setParameter("commenter", commenter)
                .executeUpdate();
    }

    /** The comments of a commenter to which they want to hear replies: those confirmed. */
    public List<UUID> confirmed(UUID commenter) {
        List<?> ids =
                em.createNativeQuery(
                                """
                        select comment_id from comment_notice
                        where commenter_id = :commenter and confirmed_at is not null and ended_at is null""",
                                UUID.class)
                        .setParameter("commenter", commenter)
                        .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private Query of(String sql, UUID comment) {
        return em.createNativeQuery(sql).setParameter("comment", comment);
    }
}
