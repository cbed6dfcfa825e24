package dev.byline.comment.moderation;

import dev.byline.comment.moderation.Judgement.Finding;
import dev.byline.comment.settings.CommentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** The rules that compare with earlier comments; all of them cost one statement. */
@ApplicationScoped
class History {

    private static final int FEW_BITS = 4;

    // What is not asked for has the limit 0: PostgreSQL doesn't look then.
    private static final String COUNTS =
            """
            select
                (select count(*)
                 from (select id, fingerprint from comment
                       where created_at > statement_timestamp() - interval '1 day'
                       order by created_at desc limit 1000) recent
                 where :print <> 0 and fingerprint <> 0 and id <> :id
                   and bit_count((fingerprint # :print)::bit(64)) <= :bits) as same,
                (select count(*)
                 from (select 1 from comment
                       where commenter_id = :commenter and state = 'VISIBLE'
                       limit :needed) approved) as approved,
                (select count(*)
                 from (select 1 from comment
                       where commenter_id = :commenter
                         and created_at > statement_timestamp() - interval '10 minutes'
                       limit :perEmail) recent) as email,
                (select count(*)
                 from (select 1 from comment
                       where address = :block
                         and created_at > statement_timestamp() - interval '10 minutes'
                       limit :perBlock) recent) as block""";

    @Inject EntityManager em;

    List<Finding> judge(Submission comment) {
        CommentSettings most = comment.settings();
        boolean posted = !comment.edit();
        int needed = posted ? most.newcomerComments() : 0;
        Object[] counts =
                em.unwrap(Session.class)
                        .createNativeQuery(COUNTS, Object[].class)
                        // Otherwise Hibernate asks the driver for the types each time.
                        .addScalar("same", Long.class)
                        .addScalar("approved", Long.class)
                        .addScalar("email", Long.class)
                        .addScalar("block", Long.class)
                        .setParameter("id", comment.id())
                        .setParameter("print", comment.fingerprint())
                        .setParameter("bits", FEW_BITS)
                        .setParameter("commenter", comment.writer().id())
                        .setParameter("needed", needed)
                        .setParameter("perEmail", posted ? most.perEmail() : 0)
                        .setParameter("block", posted ? comment.block() : "")
                        .setParameter("perBlock", posted ? most.perBlock() : 0)
                        .getSingleResult();
        List<Finding> findings = new ArrayList<>();
        // The same words again, or nearly: by the last thousand comments of a day.
        long same = (Long) counts[0];
        if (same > 0) {
            findings.add(Finding.hold(Reason.REPEATED, "like %d of a day".formatted(same)));
        }
        // Off by default, see ADR 22.
        long approved = (Long) counts[1];
        if (approved < needed) {
            findings.add(Finding.hold(Reason.NEWCOMER, "%d approved so far".formatted(approved)));
        }
        if (posted) {
            velocity(Reason.EMAIL_VELOCITY, (Long) counts[2], most.perEmail(), findings);
            velocity(Reason.ADDRESS_VELOCITY, (Long) counts[3], most.perBlock(), findings);
        }
        return findings;
    }

    private static void velocity(Reason reason, long recent, int most, List<Finding> findings) {
        if (recent >= most) {
            findings.add(Finding.hold(reason, "more than %d in ten minutes".formatted(recent)));
        }
    }
}
