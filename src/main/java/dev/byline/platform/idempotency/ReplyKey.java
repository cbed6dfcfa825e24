package dev.byline.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.platform.secret.Aead;
import dev.byline.platform.secret.Hkdf;
import dev.byline.platform.secret.Hmac;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * What follows from one client's Idempotency-Key for one address: the hash to look up, and keys
 * that only who sends the same key again can make.
 */
final class ReplyKey {

    private static final int LENGTH = 32;

    private final byte[] hash;
    private final Hmac fingerprint;
    private final Aead reply;

    ReplyKey(byte[] secret, String... scope) {
        Hkdf hkdf = new Hkdf(secret, unambiguous(scope));
        hash = hkdf.expand("look-up".getBytes(UTF_8), LENGTH);
        fingerprint = new Hmac(hkdf.expand("fingerprint".getBytes(UTF_8), LENGTH));
        reply = new Aead(hkdf.expand("reply".getBytes(UTF_8), LENGTH));
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
        return fingerprint.of(request);
    }

    byte[] encrypt(byte[] plain) {
        return reply.encrypt(plain, hash);
    }

    byte[] decrypt(byte[] sealed) {
        return reply.decrypt(sealed, hash);
    }
}
