package dev.byline.comment.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.platform.secret.Hmac;
import dev.byline.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Signed times: when a form was given out, and for which article. Nothing is stored. */
@ApplicationScoped
public class FormTokens {

    private static final int TIME = 8;
    private static final int SEAL = 16;
    private static final Duration OLDEST = Duration.ofHours(24);

    private final Hmac hmac;

    FormTokens(Secrets secrets) {
        hmac = new Hmac(secrets.derive("comment.form"));
    }

    String give(UUID article, Instant now) {
        byte[] time = ByteBuffer.allocate(TIME).putLong(now.toEpochMilli()).array();
        byte[] token = Arrays.copyOf(time, TIME + SEAL);
        System.arraycopy(seal(article, time), 0, token, TIME, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** How long ago the token was given; empty when it is forged, another article's or too old. */
    public Optional<Duration> age(String token, UUID article, Instant now) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != TIME + SEAL) {
            return Optional.empty();
        }
        byte[] time = Arrays.copyOf(bytes, TIME);
        byte[] seal = Arrays.copyOfRange(bytes, TIME, bytes.length);
        if (!MessageDigest.isEqual(seal, seal(article, time))) {
            return Optional.empty();
        }
        Instant given = Instant.ofEpochMilli(ByteBuffer.wrap(time).getLong());
        Duration age = Duration.between(given, now);
        return age.compareTo(OLDEST) > 0 ? Optional.empty() : Optional.of(age);
    }

    private byte[] seal(UUID article, byte[] time) {
        return Arrays.copyOf(hmac.of(article.toString().getBytes(UTF_8), time), SEAL);
    }
}
