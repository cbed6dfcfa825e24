package dev.byline.access.key;

import dev.byline.platform.secret.Sha256;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a key, {@code byl_<id>_<secret>}: shown once, hashed ever after. */
final class KeyText {

    static final int SHORTEST = 32;
    static final int LONGEST = 256;

    private static final Pattern ISSUED = Pattern.compile("byl_([0-9a-f]{32})_[0-9A-Za-z]{43}");
    private static final Pattern SENDABLE = Pattern.compile("[!-~]{1," + LONGEST + "}");
    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    // 43 of 62 letters: 256 bits.
    private static final int LETTERS = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    static String make(UUID id) {
        StringBuilder text = new StringBuilder("byl_");
        text.append(id.toString().replace("-", "")).append('_');
        for (int i = 0; i < LETTERS; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Whether a header can carry the text at all. */
    static boolean sendable(String text) {
        return SENDABLE.matcher(text).matches();
    }

    /** The id in a text that has the form of an issued key. */
    static Optional<UUID> id(String text) {
        Matcher matcher = ISSUED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String hex = matcher.group(1);
        return Optional.of(
                new UUID(
                        Long.parseUnsignedLong(hex.substring(0, 16), 16),
                        Long.parseUnsignedLong(hex.substring(16), 16)));
    }

    // 256 random bits need no slow hash: nobody can try them all.
    static byte[] hash(String text) {
        return Sha256.of(text);
    }
}
