package dev.byline.access.token;

import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The public keys of an issuer, kept for a while. A key id that is not among them is a reason to
 * ask again, but not often: anybody can invent one.
 */
final class SigningKeys {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration USABLE = Duration.ofHours(1);
    static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final KeySource source;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();

    private volatile Map<String, Key> keys = Map.of();
    private volatile Instant fetched = Instant.MIN;
    private volatile Instant tried = Instant.MIN;

    SigningKeys(KeySource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    Optional<Key> find(String id) {
        if (!keys.containsKey(id)) {
            asking.lock();
            ask();
        } else if (older(fetched, FRESH) && asking.tryLock()) {
            // One asks; the others go on with what they have.
            ask();
        }
        // While the issuer can't be asked, its keys are good for an hour: an outage of it is none
        // of ours.
        return older(fetched, USABLE) ? Optional.empty() : Optional.ofNullable(keys.get(id));
    }

    private void ask() {
        try {
            if (older(tried, BETWEEN_TRIES)) {
                tried = clock.instant();
                keys = parse(source.get());
                fetched = tried;
            }
        } catch (IOException | JoseException | RuntimeException e) {
            LOG.warnf("The keys of the token issuer can't be had: %s", e.getMessage());
        } finally {
            asking.unlock();
        }
    }

    private boolean older(Instant since, Duration age) {
        return since.equals(Instant.MIN) || !clock.instant().isBefore(since.plus(age));
    }

    // Only public keys with an id and for signatures: a symmetric one would be known to everybody.
    private static Map<String, Key> parse(String json) throws JoseException {
        Map<String, Key> found = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
            boolean signs = key.getUse() == null || key.getUse().equals("sig");
            if (signs && key.getKeyId() != null && key instanceof PublicJsonWebKey) {
                found.put(key.getKeyId(), key.getKey());
            }
        }
        return Map.copyOf(found);
    }
}
