package dev.byline.comment.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.platform.secret.Aead;
import dev.byline.platform.secret.Hmac;
import dev.byline.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * E-mail addresses at rest: encrypted for those who may read them, and a keyed hash by which one is
 * found again. Without the master secret neither tells anything.
 */
@ApplicationScoped
public class Emails {

    private final Aead encryption;
    private final Hmac lookup;
    private final Hmac avatar;

    Emails(Secrets secrets) {
        encryption = new Aead(secrets.derive("comment.email"));
        lookup = new Hmac(secrets.derive("comment.email-lookup"));
        avatar = new Hmac(secrets.derive("comment.avatar"));
    }

    /** The same for all spellings that reach one mailbox in practice: upper and lower case. */
    byte[] hash(String email) {
        String one =
                Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return lookup.of(one.getBytes(UTF_8));
    }

    /**
     * The seed of the picture that clients draw beside a name. It is made from the name alone: made
     * from the address, it would tell whoever posts with a guessed address whose it is (ADR 22).
     */
    public String avatar(String name) {
        byte[] seed = avatar.of(name.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(seed, 8));
    }

    // Bound to its owner: moved to another row, it can't be opened.
    byte[] encrypt(UUID owner, String email) {
        return encryption.encrypt(email.getBytes(UTF_8), owner.toString().getBytes(UTF_8));
    }

    String decrypt(UUID owner, byte[] sealed) {
        return new String(encryption.decrypt(sealed, owner.toString().getBytes(UTF_8)), UTF_8);
    }
}
