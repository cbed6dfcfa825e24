package dev.byline.media.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.platform.secret.Hmac;
import dev.byline.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** The names of files: nobody guesses one, and none is ever used for other bytes. */
@ApplicationScoped
class Names {

    private static final int BYTES = 20;

    private final Hmac hmac;

    Names(Secrets secrets) {
        hmac = new Hmac(secrets.derive("renditions"));
    }

    /** The name of a rendition in the edition-th set of files of a media item. */
    String of(UUID media, int edition, String rendition) {
        byte[] hash = hmac.of("%s %d %s".formatted(media, edition, rendition).getBytes(UTF_8));
        String hex = HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        int dot = rendition.lastIndexOf('.');
        return rendition.substring(0, dot) + "-" + hex + rendition.substring(dot);
    }
}
