package dev.byline.platform.page;

import dev.byline.platform.secret.Hmac;
import dev.byline.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Seals positions into opaque cursors that are good for one list only, and opens them again. */
@ApplicationScoped
public class Cursors {

    private static final int SEAL = 16;
    private static final int LONGEST = 400;

    private final Hmac hmac;

    Cursors(Secrets secrets) {
        hmac = new Hmac(secrets.derive("cursor"));
    }

    /**
     * The cursor of a position in the list that {@code list} describes (its path, filters and
     * order).
     */
    public String seal(String list, Position position) {
        byte[] text = position.encode().getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(text, text.length + SEAL);
        System.arraycopy(mac(list, text), 0, sealed, text.length, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The position that a cursor names; empty when the cursor was tampered with or belongs to
     * another list.
     */
    public Optional<Position> open(String list, String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // The last character may carry unused bits: only the canonical spelling is a cursor of
        // ours.
        if (sealed.length <= SEAL
                || !Base64.getUrlEncoder().withoutPadding().encodeToString(sealed).equals(cursor)) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOf(sealed, sealed.length - SEAL);
        byte[] seal = Arrays.copyOfRange(sealed, text.length, sealed.length);
        if (!MessageDigest.isEqual(seal, mac(list, text))) {
            return Optional.empty();
        }
        return Optional.of(Position.decode(new String(text, StandardCharsets.UTF_8)));
    }

    private byte[] mac(String list, byte[] text) {
        byte[] whole = hmac.of(list.getBytes(StandardCharsets.UTF_8), new byte[] {0}, text);
        return Arrays.copyOf(whole, SEAL);
    }
}
