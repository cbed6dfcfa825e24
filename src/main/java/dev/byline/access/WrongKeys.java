package dev.byline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.platform.address.Addresses;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import dev.byline.platform.secret.Sha256;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How often a network may show wrong keys before nobody looks at what else it shows. Keys that
 * worked lately are let through: who shares a network with an attacker goes on working.
 */
@ApplicationScoped
class WrongKeys {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LATELY = Duration.ofHours(1);
    private static final int MOST_NETWORKS = 50_000;
    private static final int MOST_KEYS = 10_000;

    private final int perMinute;
    private final Cache<String, Bucket> networks =
            Caffeine.newBuilder().maximumSize(MOST_NETWORKS).expireAfterAccess(MINUTE).build();
    private final Cache<String, Boolean> worked =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterWrite(LATELY).build();

    WrongKeys(LimitConfig config) {
        perMinute = config.wrongKeysPerMinute();
    }

    /**
     * Throws when the network showed too many wrong keys and this one is not known to work. Tells
     * whether the key counts as wrong until it is known to be right: where some were wrong lately,
     * many at once must not all be looked at before the first of them counts.
     */
    boolean check(InetAddress from, String shown) {
        Bucket left = networks.getIfPresent(Addresses.block(from));
        if (left == null || worked.getIfPresent(hash(shown)) != null) {
            return false;
        }
        if (!left.tryConsume(1)) {
            throw refusal(left.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        }
        return true;
    }

    void worked(InetAddress from, String shown, boolean counted) {
        worked.put(hash(shown), true);
        unknown(from, counted);
    }

    void failed(InetAddress from, String shown, boolean counted) {
        worked.invalidate(hash(shown));
        if (!counted) {
            networks.get(Addresses.block(from), ignored -> full()).tryConsume(1);
        }
    }

    /** Nobody could tell whether the key is right: it does not count. */
    void unknown(InetAddress from, boolean counted) {
        Bucket left = counted ? networks.getIfPresent(Addresses.block(from)) : null;
        if (left != null) {
            left.addTokens(1);
        }
    }

    /** How many networks are remembered. */
    long networks() {
        networks.cleanUp();
        return networks.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }

    private ProblemException refusal(long nanos) {
        long seconds = Duration.ofNanos(nanos).toSeconds() + 1;
        return Problem.TOO_MANY_REQUESTS
                .because("Too many wrong keys came from this network.")
                .with("Retry-After", seconds)
                .with("RateLimit-Policy", "\"wrong-keys\";q=%d;w=60".formatted(perMinute))
                .with("RateLimit", "\"wrong-keys\";r=0;t=%d".formatted(seconds));
    }

    private static String hash(String shown) {
        return HexFormat.of().formatHex(Sha256.of(shown));
    }
}
