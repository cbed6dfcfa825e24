package dev.byline.comment.report;

import dev.byline.comment.Comment;
import dev.byline.comment.Grounds;
import dev.byline.platform.entity.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A reader's word that a comment should not be there. */
@Entity
@Table(name = "comment_report")
public class Report extends PanacheEntityBase {

    @Id private UUID id = Aggregate.newId();

    @Column(name = "comment_id")
    private UUID commentId;

    @Enumerated(EnumType.STRING)
    private Grounds reason;

    private String note;
    private byte[] reporter;
    private Instant at;
    private boolean settled;

    protected Report() {}

    /** Finds and settles reports. */
    @ApplicationScoped
    public static class Repo {

        @Inject EntityManager em;

        /** Takes a report; false when this reporter reported the comment before. */
        boolean add(Comment comment, Grounds reason, String note, byte[] reporter) {
            return em.createNativeQuery(
                                    """
                                    insert into comment_report (id, comment_id, reason, note, reporter, at)
                                    values (:id, :comment, :reason, :note, :reporter, statement_timestamp())
                                    on conflict on constraint comment_report_reporter_key do nothing""")
                            .setParameter("id", Aggregate.newId())
                            .setParameter("comment", comment.id())
                            .setParameter("reason", reason.name())
                            .setParameter("note", note)
                            .setParameter("reporter", reporter)
                            .executeUpdate()
                    == 1;
        }

        int open(Comment comment) {
            return ((Number)
                            em.createNativeQuery(
                                            """
                                            select count(*) from comment_report
                                            where comment_id = :comment and not settled""")
                                    .setParameter("comment", comment.id())
                                    .getSingleResult())
                    .intValue();
        }

        /** A moderator looked at them. */
        public void settle(Comment comment) {
            if (comment.reports() > 0) {
                em.createNativeQuery(
                                "update comment_report set settled = true where comment_id = :comment")
                        .setParameter("comment", comment.id())
                        .executeUpdate();
                comment.reports(0);
            }
        }
    }
}
