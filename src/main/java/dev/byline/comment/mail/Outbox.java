package dev.byline.comment.mail;

import dev.byline.comment.person.Commenter;
import dev.byline.comment.person.Emails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The letters that wait. One is taken for longer than sending takes, so no other node sends it
 * meanwhile; what a crash leaves is taken again later.
 */
@ApplicationScoped
class Outbox {

    static final int ATTEMPTS = 8;
    private static final int REPLIES_IN_ONE = 10;

    @Inject EntityManager em;
    @Inject Emails emails;

    /** What a letter tells. */
    enum Kind {
        CONFIRM,
        REPLIES
    }

    /** A letter that was taken; whom it goes to and what about is read afresh. */
    record Taken(UUID comment, Kind kind, int attempts) {}

    /** A reply, as it is told. */
    record Reply(String name, String text, long seq) {}

    /** All that a letter needs. */
    record Content(String to, String name, String headline, String url, List<Reply> replies) {

        // Records print their members; this one holds an address.
        @Override
        public String toString() {
            return "Content[]";
        }
    }

    /** Takes the letter that is due longest; each failure makes the next attempt wait longer. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Taken> take() {
        return rows(
                        em.createNativeQuery(
                                """
                        update comment_letter l
                        set attempts = attempts + 1, again = false,
                            due_at = statement_timestamp() + make_interval(mins => least(2 * power(4, attempts)::int, 480))
                        where (comment_id, kind) = (
                            select comment_id, kind from comment_letter
                            where due_at <= statement_timestamp()
                            order by due_at limit 1 for update skip locked)
                        returning comment_id, kind, attempts""",
                                Object[].class))
                .stream()
                .findFirst()
                .map(row -> new Taken((UUID) row[0], Kind.valueOf((String) row[1]), (int) row[2]));
    }

    /** What the letter says as things are now; empty when there is nothing to say any more. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Content> content(Taken letter) {
        boolean confirmed = letter.kind() == Kind.REPLIES;
        List<Object[]> found =
                rows(
                        em.createNativeQuery(
                                        """
                                        select n.commenter_id, c.name, e.headline, e.canonical_url, n.told
                                        from comment_notice n
                                        join comment c on c.id = n.comment_id and c.state = 'VISIBLE'
                                        join article a on a.id = c.article_id
                                        join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
                                        where n.comment_id = :comment and n.ended_at is null
                                          and (n.confirmed_at is not null) = :confirmed
                                          and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)""",
                                        Object[].class)
                                .setParameter("comment", letter.comment())
                                .setParameter("confirmed", confirmed));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = found.get(0);
        List<Reply> replies =
                confirmed ? replies(letter.comment(), (UUID) row[0], row[4]) : List.of();
        String to = em.find(Commenter.class, row[0]).email(emails);
        return to == null || confirmed && replies.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Content(
                                to, (String) row[1], (String) row[2], (String) row[3], replies));
    }

    private List<Reply> replies(UUID comment, UUID writer, Object told) {
        return rows(
                        em.createNativeQuery(
                                        """
                        select name, text, seq from comment
                        where parent_id = :comment and state = 'VISIBLE' and seq > :told and commenter_id <> :writer
                        order by seq limit :most""",
                                        Object[].class)
                                .setParameter("comment", comment)
                                .setParameter("told", told)
                                .setParameter("writer", writer)
                                .setParameter("most", REPLIES_IN_ONE))
                .stream()
                .map(row -> new Reply((String) row[0], (String) row[1], (long) row[2]))
                .toList();
    }

    static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    /** It was sent, up to this reply; what came meanwhile goes in an hour. */
    @Transactional(TxType.REQUIRES_NEW)
    void sent(Taken letter, Content content) {
        if (!content.replies().isEmpty()) {
            em.createNativeQuery(
                            """
                            update comment_notice set told = :told, told_at = statement_timestamp()
                            where comment_id = :comment""")
                    .setParameter("told", content.replies().get(content.replies().size() - 1).seq())
                    .setParameter("comment", letter.comment())
                    .executeUpdate();
        }
        if (content.replies().size() == REPLIES_IN_ONE) {
            again(letter);
        } else {
            drop(letter);
        }
    }

    /** Takes it out, unless something came to tell since it was taken. */
    @Transactional(TxType.REQUIRES_NEW)
    void drop(Taken letter) {
        int gone =
                em.createNativeQuery(
                                "delete from comment_letter where comment_id = :comment and kind = :kind and not again")
                        .setParameter("comment", letter.comment())
                        .setParameter("kind", letter.kind().name())
                        .executeUpdate();
        if (gone == 0) {
            again(letter);
        }
    }

    private void again(Taken letter) {
        em.createNativeQuery(
                        """
                        update comment_letter
                        set attempts = 0, again = false, due_at = statement_timestamp() + interval '1 hour'
                        where comment_id = :comment and kind = :kind""")
                .setParameter("comment", letter.comment())
                .setParameter("kind", letter.kind().name())
                .executeUpdate();
    }

    /** Gives it up for good. */
    @Transactional(TxType.REQUIRES_NEW)
    void giveUp(Taken letter) {
        em.createNativeQuery(
                        "delete from comment_letter where comment_id = :comment and kind = :kind")
                .setParameter("comment", letter.comment())
                .setParameter("kind", letter.kind().name())
                .executeUpdate();
    }

    /** Forgets what nobody confirmed in a week, and what was ended a day ago. */
    @Transactional(TxType.REQUIRES_NEW)
    void sweep() {
        em.createNativeQuery(
                        """
                        delete from comment_notice
                        where confirmed_at is null and asked_at < statement_timestamp() - interval '7 days'
                           or ended_at < statement_timestamp() - interval '1 day'""")
                .executeUpdate();
        em.createNativeQuery(
                        "delete from comment_waiting where since < statement_timestamp() - interval '7 days'")
                .executeUpdate();
    }
}
