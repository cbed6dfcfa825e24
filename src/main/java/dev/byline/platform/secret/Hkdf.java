package dev.byline.platform.secret;

/** HKDF with SHA-256 (RFC 5869), which Java 17 does not have. */
public final class Hkdf {

    private static final int HASH = 32;

    private final byte[] pseudorandomKey;

    /** Extract: any input becomes a uniform key. */
    public Hkdf(byte[] salt, byte[] input) {
        pseudorandomKey = hmac(salt.length == 0 ? new byte[HASH] : salt, input);
    }

    /** Expand: as many independent keys as there are purposes. */
    public byte[] expand(byte[] info, int length) {
        if (length > 255 * HASH) {
            throw new IllegalArgumentException("longer than HKDF allows");
        }
        var output = new byte[length];
        var block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += HASH, counter++) {
            block = hmac(pseudorandomKey, block, info, new byte[] {(byte) counter});
            System.arraycopy(block, 0, output, done, Math.min(HASH, length - done));
        }
        return output;
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        return new Hmac(key).of(parts);
    }
}
