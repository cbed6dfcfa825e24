package dev.byline.comment.limit;

import dev.byline.comment.settings.SettingsInput;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many comments an address block may post, on all nodes together: the generic cell rate
 * algorithm in one row of the database (ADR 22). What a block that used its quota up goes on
 * sending is refused here, from bounded memory.
 */
@ApplicationScoped
public class Quota {

    @Inject EntityManager em;

    private final Refused refused = new Refused();

    /** Refuses at once whom the database refused a moment ago; costs no statement. */
    public void check(String block, SettingsInput.Quota quota, Instant now) {
        Optional<Instant> until = refused.until(block, quota, now);
        if (until.isPresent()) {
            throw tooMany(quota, Duration.between(now, until.get()));
        }
    }

    /**
     * Takes one from the block's quota, or refuses. The row stays locked until the transaction
     * ends: call it late.
     */
    public Left take(String block, SettingsInput.Quota quota, Instant now) {
        Duration window = Duration.ofMinutes(quota.minutes());
        Duration step = window.dividedBy(quota.comments());
        List<?> due =
                em.createNativeQuery(
                                """
                                insert into comment_quota as q (block, due)
                                values (:block, statement_timestamp() + cast(:step as interval))
                                on conflict on constraint comment_quota_pkey do update
                                set due = greatest(q.due, statement_timestamp()) + cast(:step as interval)
                                where greatest(q.due, statement_timestamp()) + cast(:step as interval)
                                          <= statement_timestamp() + cast(:window as interval)
                                returning cast(extract(epoch from due - statement_timestamp()) * 1000 as bigint)""",
                                Long.class)
                        .setParameter("block", block)
                        .setParameter("step", step.toString())
                        .setParameter("window", window.toString())
                        .getResultList();
        if (due.isEmpty()) {
            refused.add(block, now.plus(step), now);
            throw tooMany(quota, step);
        }
        Duration used = Duration.ofMillis((Long) due.get(0));
        return new Left(quota, Math.max(0, window.minus(used).dividedBy(step)), step);
    }

    private static ProblemException tooMany(SettingsInput.Quota quota, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds() + 1);
        Left nothing = new Left(quota, 0, Duration.ofSeconds(seconds));
        return Problem.TOO_MANY_REQUESTS
                .because("Too many comments came from this network.")
                .with("Retry-After", seconds)
                .with(Left.HEADER, nothing.limit())
                .with(Left.POLICY_HEADER, nothing.policy());
    }

    /** What is left of a quota, as the headers of the IETF draft say it (revision 10). */
    public record Left(SettingsInput.Quota quota, long comments, Duration next) {

        public static final String HEADER = "RateLimit";
        public static final String POLICY_HEADER = "RateLimit-Policy";

        public String limit() {
            return "\"comments\";r=%d;t=%d".formatted(comments, Math.max(1, next.toSeconds()));
        }

        public String policy() {
            return "\"comments\";q=%d;w=%d".formatted(quota.comments(), quota.minutes() * 60);
        }
    }
}
