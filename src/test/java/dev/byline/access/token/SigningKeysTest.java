package dev.byline.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The keys of an issuer")
class SigningKeysTest {

    private static final Signer OLD = new Signer("https://id.example.org");
    private static final Signer NEW = new Signer("https://id.example.org");

    private final Watch watch = new Watch();
    private String served = Signer.keySet(OLD);
    private int asked;
    private final SigningKeys keys = new SigningKeys(this::serve, watch);

    @Test
    @DisplayName("are not asked for before the first token")
    void lazy() {
        assertThat(asked).isZero();
    }

    @Test
    @DisplayName("are asked for once in five minutes, however many tokens come")
    void kept() {
        IntStream.range(0, 100).forEach(i -> assertThat(keys.find(OLD.keyId())).isPresent());
        assertThat(asked).isEqualTo(1);

        watch.pass(SigningKeys.FRESH);
        assertThat(keys.find(OLD.keyId())).isPresent();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    @DisplayName("are asked for again when a token names another, but once in ten seconds at most")
    void unknown() {
        keys.find(OLD.keyId());
        watch.pass(SigningKeys.BETWEEN_TRIES);
        served = Signer.keySet(OLD, NEW);

        assertThat(keys.find(NEW.keyId())).isPresent();
        IntStream.range(0, 1000).forEach(i -> assertThat(keys.find("made-up-" + i)).isEmpty());

        assertThat(asked).isEqualTo(2);
        assertThat(keys.find(OLD.keyId())).isPresent();
    }

    @Test
    @DisplayName("end when the issuer takes them out of its set")
    void removed() {
        keys.find(OLD.keyId());
        served = Signer.keySet(NEW);
        watch.pass(SigningKeys.FRESH);

        keys.find(NEW.keyId());

        assertThat(keys.find(OLD.keyId())).isEmpty();
        assertThat(keys.find(NEW.keyId())).isPresent();
    }

    @Test
    @DisplayName("outlast an outage of the issuer, but not by more than an hour")
    void outage() {
        keys.find(OLD.keyId());
        served = null;

        watch.pass(Duration.ofMinutes(10));
        assertThat(keys.find(OLD.keyId())).isPresent();
        assertThat(keys.find("unknown")).isEmpty();

        watch.pass(SigningKeys.USABLE);
        assertThat(keys.find(OLD.keyId())).isEmpty();
        served = Signer.keySet(OLD);
        watch.pass(SigningKeys.BETWEEN_TRIES);
        assertThat(keys.find(OLD.keyId())).isPresent();
    }

    @Test
    @DisplayName("are public, for signatures, and have ids; others are passed over")
    void kinds() {
        String secret =
                "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}";
        String encrypts = NEW.jwk().replace("{\"kty\"", "{\"use\":\"enc\",\"kty\"");
        served = "{\"keys\":[%s,%s,{\"kty\":\"odd\"},%s]}".formatted(secret, encrypts, OLD.jwk());

        assertThat(keys.find(OLD.keyId())).isPresent();
        assertThat(keys.find("s")).isEmpty();
        assertThat(keys.find(NEW.keyId())).isEmpty();
    }

    @Test
    @DisplayName("that are no key set leave the former ones")
    void nonsense() {
        keys.find(OLD.keyId());
        for (String odd : new String[] {"", "[]", "{}", "<html>", "{\"keys\":7}"}) {
            served = odd;
            watch.pass(SigningKeys.FRESH);
            assertThat(keys.find(OLD.keyId())).as(odd).isPresent();
        }
    }

    private String serve() throws IOException {
        asked++;
        if (served == null) {
            throw new IOException("down");
        }
        return served;
    }

    /** A clock that stands until it is told. */
    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
