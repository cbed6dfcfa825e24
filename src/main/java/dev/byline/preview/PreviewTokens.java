package dev.byline.preview;

import dev.byline.platform.secret.Hmac;
import dev.byline.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Signs the ids of preview links, so that nobody reaches the database with a guess. */
@ApplicationScoped
class PreviewTokens {

    private static final int ID = 16;
    private static final int SIGNATURE = 24;
    private static final int CHARACTERS = 54;

    private final Hmac hmac;

    PreviewTokens(Secrets secrets) {
        hmac = new Hmac(secrets.derive("preview link"));
    }

    String of(UUID link) {
        byte[] id =
                ByteBuffer.allocate(ID)
                        .putLong(link.getMostSignificantBits())
                        .putLong(link.getLeastSignificantBits())
                        .array();
        byte[] token = Arrays.copyOf(id, ID + SIGNATURE);
        System.arraycopy(signature(id), 0, token, ID, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The link that a token is for; empty for any text that is no token of ours. */
    Optional<UUID> link(String token) {
        if (token.length() != CHARACTERS) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // The last character carries unused bits: only the canonical spelling is a token.
        byte[] id = Arrays.copyOf(bytes, ID);
        if (!MessageDigest.isEqual(Arrays.copyOfRange(bytes, ID, bytes.length), signature(id))
                || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token)) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private byte[] signature(byte[] id) {
        return Arrays.copyOf(hmac.of(id), SIGNATURE);
    }
}
