package dev.byline.comment.mail;

import dev.byline.platform.secret.Hmac;
import dev.byline.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What the links of a mail carry: what they do and for which comment, signed, and no address. */
@ApplicationScoped
class NoticeTokens {

    private static final int WORDS = 1 + 16;
    private static final int SEAL = 16;

    private final Hmac hmac;

    NoticeTokens(Secrets secrets) {
        hmac = new Hmac(secrets.derive("comment.notice"));
    }

    /** What a link does; the order is part of the tokens. */
    enum Action {
        CONFIRM,
        STOP
    }

    /** What a token says. */
    record Order(Action action, UUID comment) {}

    String of(Action action, UUID comment) {
        byte[] words =
                ByteBuffer.allocate(WORDS)
                        .put((byte) action.ordinal())
                        .putLong(comment.getMostSignificantBits())
                        .putLong(comment.getLeastSignificantBits())
                        .array();
        byte[] token = Arrays.copyOf(words, WORDS + SEAL);
        System.arraycopy(hmac.of(words), 0, token, WORDS, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a text orders; empty when it is no token of ours. */
    Optional<Order> read(String text) {
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (token.length != WORDS + SEAL) {
            return Optional.empty();
        }
        byte[] words = Arrays.copyOf(token, WORDS);
        byte[] seal = Arrays.copyOfRange(token, WORDS, token.length);
        if (!MessageDigest.isEqual(seal, Arrays.copyOf(hmac.of(words), SEAL))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(words);
        Action action = Action.values()[buffer.get()];
        return Optional.of(new Order(action, new UUID(buffer.getLong(), buffer.getLong())));
    }
}
