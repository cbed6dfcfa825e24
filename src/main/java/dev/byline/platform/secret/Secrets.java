package dev.byline.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.platform.database.BylineConfig;
import dev.byline.platform.database.StartupRefused;
import jakarta.enterprise.context.ApplicationScoped;

/** The one master secret, seen only through the keys that are derived from it. */
@ApplicationScoped
public class Secrets {

    private static final int KEY = 32;
    private static final int SHORTEST = 32;

    private final Hkdf master;

    Secrets(BylineConfig config) {
        var secret = config.secret().orElseThrow(Secrets::missing);
        check(secret);
        master = new Hkdf("byline".getBytes(UTF_8), bytes(secret));
    }

    /** Refuses a secret that is too short to be one. */
    public static void check(String secret) {
        if (bytes(secret).length < SHORTEST) {
            throw new StartupRefused(
                    "BYLINE_SECRET is too short: set it to 32 random bytes or more.");
        }
    }

    public static StartupRefused missing() {
        return new StartupRefused(
                "BYLINE_SECRET is not set: with an external database set it to 32 random bytes or"
                        + " more, the same on every node.");
    }

    /** A key of 32 bytes, always the same for one purpose and unrelated to those of others. */
    public byte[] derive(String purpose) {
        return master.expand(purpose.getBytes(UTF_8), KEY);
    }

    /** Files and environments often add a line end. */
    private static byte[] bytes(String secret) {
        return secret.strip().getBytes(UTF_8);
    }
}
