package dev.byline.comment.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * E-mail addresses at rest: encrypted for those who may read them, and a keyed hash by which one is
 * found again. Without the master secret neither tells anything.
 */
@ApplicationScoped
public class Emails {

    private static final String AES = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec encryption;
    private final SecretKeySpec lookup;
    private final SecretKeySpec avatar;

    Emails(Secrets secrets) {
        encryption = new SecretKeySpec(secrets.derive("comment.email"), "AES");
        lookup = new SecretKeySpec(secrets.derive("comment.email-lookup"), HMAC);
        avatar = new SecretKeySpec(secrets.derive("comment.avatar"), HMAC);
    }

    /** The same for all spellings that reach one mailbox in practice: upper and lower case. */
    byte[] hash(String email) {
        String one =
                Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return hmac(lookup, one);
    }

    /**
     * The seed of the picture that clients draw beside a name. It is made from the name alone: made
     * from the address, it would tell whoever posts with a guessed address whose it is (ADR 22).
     */
    public String avatar(String name) {
        byte[] seed = hmac(avatar, name.strip().toLowerCase(Locale.ROOT));
        return HexFormat.of().formatHex(Arrays.copyOf(seed, 8));
    }

    byte[] encrypt(UUID owner, String email) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = crypt(Cipher.ENCRYPT_MODE, owner, nonce, email.getBytes(UTF_8));
        return ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text).array();
    }

    String decrypt(UUID owner, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] text = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return new String(crypt(Cipher.DECRYPT_MODE, owner, nonce, text), UTF_8);
    }

    // Bound to its owner: moved to another row, it can't be opened.
    private byte[] crypt(int mode, UUID owner, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored address can't be read", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
