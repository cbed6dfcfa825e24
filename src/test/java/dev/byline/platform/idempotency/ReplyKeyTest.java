package dev.byline.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What follows from an Idempotency-Key")
class ReplyKeyTest {

    private static final byte[] SECRET = new byte[32];
    private static final byte[] TEXT = "a reply".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Test
    @DisplayName("is the same for the same scope and the same secret only")
    void scopes() {
        byte[] hash = key("a", "POST", "/b", "c").hash();

        assertThat(key("a", "POST", "/b", "c").hash()).isEqualTo(hash);
        for (List<String> other :
                List.of(
                        List.of("x", "POST", "/b", "c"),
                        List.of("a", "PUT", "/b", "c"),
                        List.of("a", "POST", "/x", "c"),
                        List.of("a", "POST", "/b", "x"),
                        List.of("aP", "OST", "/b", "c"),
                        List.of("a", "POST", "/bc", ""))) {
            assertThat(key(other.toArray(String[]::new)).hash()).as("%s", other).isNotEqualTo(hash);
        }
        assertThat(new ReplyKey(new byte[] {1}, "a", "POST", "/b", "c").hash()).isNotEqualTo(hash);
    }

    @Test
    @DisplayName("opens what it sealed, and nothing else")
    void seals() {
        byte[] sealed = key("a").encrypt(TEXT);

        assertThat(key("a").decrypt(sealed)).isEqualTo(TEXT);
        assertThat(key("a").encrypt(TEXT)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> key("b").decrypt(sealed))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key("a").decrypt(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("tells the same request from another, and nothing to those without the key")
    void fingerprints() {
        assertThat(key("a").fingerprint(TEXT)).isEqualTo(key("a").fingerprint(TEXT));
        assertThat(key("a").fingerprint(TEXT)).isNotEqualTo(key("a").fingerprint(SECRET));
        assertThat(key("a").fingerprint(TEXT)).isNotEqualTo(key("b").fingerprint(TEXT));
    }

    private static ReplyKey key(String... scope) {
        return new ReplyKey(SECRET, scope);
    }
}
