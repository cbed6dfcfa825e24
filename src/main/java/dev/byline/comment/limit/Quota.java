package dev.byline.comment.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.comment.settings.SettingsInput;
import dev.byline.platform.address.Addresses;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import dev.byline.platform.secret.Hmac;
import dev.byline.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How many comments a network may post, on all nodes together: the generic cell rate algorithm in
 * one row of the database (ADR 22). What a network that used its quota up goes on sending is
 * refused here, from bounded memory. A /64 is what one line has; whoever has a whole /48 gets the
 * quota of ten lines.
 */
@ApplicationScoped
public class Quota {

    private static final int LINES_IN_BLOCK = 10;

    @Inject EntityManager em;

    private final Refused refused = new Refused();
    private final Hmac hmac;

    Quota(Secrets secrets) {
        hmac = new Hmac(secrets.derive("comment.quota"));
    }

    /** A network and what it may post. */
    private record Share(String network, SettingsInput.Quota quota) {}

    /** Refuses at once whom the database refused a moment ago; costs no statement. */
    public void check(InetAddress from, SettingsInput.Quota quota, Instant now) {
        for (Share share : shares(from, quota)) {
            Optional<Instant> until = refused.until(share.network(), quota, now);
            if (until.isPresent()) {
                throw tooMany(quota, Duration.between(now, until.get()));
            }
        }
    }

    /**
     * Takes one from the network's quota, or refuses. The rows stay locked until the transaction
     * ends: call it late.
     */
    public Left take(InetAddress from, SettingsInput.Quota quota, Instant now) {
        Left left = null;
        for (Share share : shares(from, quota)) {
            Left one = take(share, quota, now);
            left = left == null ? one : left;
        }
        return left;
    }

    // The smaller network first, always: nobody waits in a circle.
    private List<Share> shares(InetAddress from, SettingsInput.Quota quota) {
        String customer = Addresses.customer(from);
        String block = Addresses.block(from);
        Share own = new Share(hidden(customer), quota);
        return customer.equals(block)
                ? List.of(own)
                : List.of(
                        own,
                        new Share(
                                hidden(block),
                                new SettingsInput.Quota(
                                        quota.comments() * LINES_IN_BLOCK, quota.minutes())));
    }

    // A /64 is more than may be kept.
    private String hidden(String network) {
        return HexFormat.of().formatHex(hmac.of(network.getBytes(UTF_8)), 0, 16);
    }

    private Left take(Share share, SettingsInput.Quota quota, Instant now) {
        Duration window = Duration.ofMinutes(quota.minutes());
        Duration step = window.dividedBy(share.quota().comments());
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
                        .setParameter("block", share.network())
                        .setParameter("step", step.toString())
                        .setParameter("window", window.toString())
                        .getResultList();
        if (due.isEmpty()) {
            refused.add(share.network(), now.plus(step), now);
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
