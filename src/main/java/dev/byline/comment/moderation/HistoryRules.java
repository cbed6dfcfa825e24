package dev.byline.comment.moderation;

import dev.byline.comment.moderation.Judgement.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Optional;

/** Rules that compare with earlier comments; each one costs one statement. */
final class HistoryRules {

    private HistoryRules() {}

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    /** The same words again, or nearly: by the last thousand comments of a day. */
    @ApplicationScoped
    static class Repeated implements Rule {

        private static final int FEW_BITS = 4;

        @Inject EntityManager em;

        @Override
        public Optional<Finding> judge(Submission comment) {
            if (comment.fingerprint() == 0) {
                return Optional.empty();
            }
            long same =
                    number(
                            em.createNativeQuery(
                                            """
                                            select count(*)
                                            from (select id, fingerprint from comment
                                                  where created_at > statement_timestamp() - interval '1 day'
                                                  order by created_at desc limit 1000) recent
                                            where id <> :id and fingerprint <> 0
                                              and bit_count((fingerprint # :print)::bit(64)) <= :bits""")
                                    .setParameter("id", comment.id())
                                    .setParameter("print", comment.fingerprint())
                                    .setParameter("bits", FEW_BITS));
            return same == 0
                    ? Optional.empty()
                    : Optional.of(
                            Finding.hold(Reason.REPEATED, "like %d of a day".formatted(same)));
        }
    }

    /** Who has too few approved comments yet; off by default, see ADR 22. */
    @ApplicationScoped
    static class Newcomer implements Rule {

        @Inject EntityManager em;

        @Override
        public Optional<Finding> judge(Submission comment) {
            int needed = comment.settings().newcomerComments();
            if (needed == 0 || comment.edit()) {
                return Optional.empty();
            }
            long visible =
                    number(
                            em.createNativeQuery(
                                            """
                                            select count(*)
                                            from (select 1 from comment
                                                  where commenter_id = :commenter and state = 'VISIBLE'
                                                  limit :needed) approved""")
                                    .setParameter("commenter", comment.commenter().id())
                                    .setParameter("needed", needed));
            return visible >= needed
                    ? Optional.empty()
                    : Optional.of(
                            Finding.hold(Reason.NEWCOMER, "%d approved so far".formatted(visible)));
        }
    }

    /** Too many comments of one e-mail address in ten minutes. */
    @ApplicationScoped
    static class EmailVelocity implements Rule {

        @Inject EntityManager em;

        @Override
        public Optional<Finding> judge(Submission comment) {
            if (comment.edit()) {
                return Optional.empty();
            }
            long recent =
                    number(
                            em.createNativeQuery(
                                            """
                                            select count(*)
                                            from (select 1 from comment
                                                  where commenter_id = :commenter
                                                    and created_at > statement_timestamp() - interval '10 minutes'
                                                  limit :most) recent""")
                                    .setParameter("commenter", comment.commenter().id())
                                    .setParameter("most", comment.settings().perEmail()));
            return recent < comment.settings().perEmail()
                    ? Optional.empty()
                    : Optional.of(
                            Finding.hold(
                                    Reason.EMAIL_VELOCITY,
                                    "more than %d in ten minutes".formatted(recent)));
        }
    }

    /** Too many comments of one address block in ten minutes. */
    @ApplicationScoped
    static class AddressVelocity implements Rule {

        @Inject EntityManager em;

        @Override
        public Optional<Finding> judge(Submission comment) {
            if (comment.edit()) {
                return Optional.empty();
            }
            long recent =
                    number(
                            em.createNativeQuery(
                                            """
                                            select count(*)
                                            from (select 1 from comment
                                                  where address = :block
                                                    and created_at > statement_timestamp() - interval '10 minutes'
                                                  limit :most) recent""")
                                    .setParameter("block", comment.block())
                                    .setParameter("most", comment.settings().perBlock()));
            return recent < comment.settings().perBlock()
                    ? Optional.empty()
                    : Optional.of(
                            Finding.hold(
                                    Reason.ADDRESS_VELOCITY,
                                    "more than %d in ten minutes".formatted(recent)));
        }
    }
}
