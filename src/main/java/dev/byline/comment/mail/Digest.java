package dev.byline.comment.mail;

import dev.byline.platform.entity.Aggregate;
import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells moderators what came to wait for them, at most once in a while. The one row that says when
 * the next is due is moved on first: only one node tells, and a failure waits longer each time.
 */
@ApplicationScoped
class Digest {

    private static final int SHOWN = 20;

    @Inject EntityManager em;
    @Inject Mailing mailing;
    @Inject MailConfig config;

    /** What is new: how many wait, and the latest of them. */
    record News(UUID batch, long waiting, List<Item> latest) {}

    /** A comment that waits. */
    record Item(String headline, String name, String text, String reasons) {}

    @Transactional(TxType.REQUIRES_NEW)
    Optional<News> take() {
        if (mailing.moderators().isEmpty() || !due()) {
            return Optional.empty();
        }
        UUID batch = Aggregate.newId();
        em.createNativeQuery("update comment_waiting set batch = :batch")
                .setParameter("batch", batch)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        delete from comment_waiting
                        where comment_id in (select w.comment_id from comment_waiting w
                                             join comment c on c.id = w.comment_id
                                             where w.batch = :batch and c.state <> 'HELD')""")
                .setParameter("batch", batch)
                .executeUpdate();
        long waiting =
                (long)
                        em.createNativeQuery(
                                        "select count(*) from comment_waiting where batch = :batch",
                                        Long.class)
                                .setParameter("batch", batch)
                                .getSingleResult();
        if (waiting == 0) {
            rest();
            return Optional.empty();
        }
        return Optional.of(new News(batch, waiting, latest(batch)));
    }

    private boolean due() {
        return em.createNativeQuery(
                                """
                                update comment_digest
                                set attempts = attempts + 1,
                                    due_at = statement_timestamp()
                                             + cast(:every as interval) * power(2, least(attempts, 5))
                                where due_at <= statement_timestamp() and exists (select 1 from comment_waiting)""")
                        .setParameter("every", config.digestEvery().toString())
                        .executeUpdate()
                == 1;
    }

    private List<Item> latest(UUID batch) {
        return Outbox.rows(
                        em.createNativeQuery(
                                        """
                        select coalesce(e.headline, ''), c.name, c.text,
                               coalesce((select string_agg(f ->> 'reason', ', ') from jsonb_array_elements(c.findings) f), '')
                        from comment_waiting w join comment c on c.id = w.comment_id
                        join article a on a.id = c.article_id
                        left join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
                        where w.batch = :batch order by w.since desc limit :most""",
                                        Object[].class)
                                .setParameter("batch", batch)
                                .setParameter("most", SHOWN))
                .stream()
                .map(
                        row ->
                                new Item(
                                        (String) row[0],
                                        (String) row[1],
                                        (String) row[2],
                                        (String) row[3]))
                .toList();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void sent(News news) {
        em.createNativeQuery("delete from comment_waiting where batch = :batch")
                .setParameter("batch", news.batch())
                .executeUpdate();
        rest();
    }

    private void rest() {
        em.createNativeQuery(
                        """
                        update comment_digest
                        set attempts = 0, due_at = statement_timestamp() + cast(:every as interval)""")
                .setParameter("every", config.digestEvery().toString())
                .executeUpdate();
    }

    Mail mail(News news) {
        String list =
                news.latest().stream()
                        .map(
                                item ->
                                        "%s (%s)%n%s"
                                                .formatted(
                                                        Letters.line(item.headline()),
                                                        item.reasons(),
                                                        Letters.quoted(item.name(), item.text())))
                        .collect(Collectors.joining("\n\n"));
        String more =
                news.waiting() > news.latest().size()
                        ? "\n\nand %d more.".formatted(news.waiting() - news.latest().size())
                        : "";
        return Letters.automatic(
                new Mail()
                        .setTo(mailing.moderators())
                        .setSubject(
                                news.waiting() == 1
                                        ? "A comment waits for a moderator"
                                        : news.waiting() + " comments wait for a moderator")
                        .setText(list + more + "\n"));
    }
}
