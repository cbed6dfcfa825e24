package dev.byline.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.platform.secret.Hkdf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What follows from one client's Idempotency-Key for one address: the hash to look up, and keys
 * that only who sends the same key again can make.
 */
final class ReplyKey {

    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String AES = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] hash;
    private final SecretKeySpec fingerprint;
    private final SecretKeySpec reply;

    ReplyKey(byte[] secret, String... scope) {
        Hkdf hkdf = new Hkdf(secret, unambiguous(scope));
        hash = hkdf.expand("look-up".getBytes(UTF_8), LENGTH);
        fingerprint = new SecretKeySpec(hkdf.expand("fingerprint".getBytes(UTF_8), LENGTH), HMAC);
        reply = new SecretKeySpec(hkdf.expand("reply".getBytes(UTF_8), LENGTH), "AES");
    }

    // Each part with its length: no two scopes give the same bytes.
    private static byte[] unambiguous(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] text = part.getBytes(UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }

    byte[] hash() {
        return hash;
    }

    /** The number by which the database locks this key. */
    long lock() {
        return ByteBuffer.wrap(hash).getLong();
    }

    byte[] fingerprint(byte[] request) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(fingerprint);
            return mac.doFinal(request);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    byte[] encrypt(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] text = crypt(Cipher.ENCRYPT_MODE, nonce, plain);
        return ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text).array();
    }

    byte[] decrypt(byte[] sealed) {
        return crypt(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(mode, reply, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(hash);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored reply can't be read", e);
        }
    }
}
