package dev.byline.media.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The names of files: nobody guesses one, and none is ever used for other bytes. */
@ApplicationScoped
class Names {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 20;

    private final SecretKeySpec key;

    Names(Secrets secrets) {
        key = new SecretKeySpec(secrets.derive("renditions"), HMAC);
    }

    /** The name of a rendition in the edition-th set of files of a media item. */
    String of(UUID media, int edition, String rendition) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] hash =
                    mac.doFinal("%s %d %s".formatted(media, edition, rendition).getBytes(UTF_8));
            String hex = HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
            int dot = rendition.lastIndexOf('.');
            return rendition.substring(0, dot) + "-" + hex + rendition.substring(dot);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
