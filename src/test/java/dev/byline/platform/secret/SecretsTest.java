package dev.byline.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.given.TestDatabase;
import dev.byline.platform.database.BylineConfig;
import dev.byline.platform.database.StartupRefused;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The master secret")
class SecretsTest {

    @Test
    @DisplayName("gives each purpose its own key of 32 bytes")
    void derives() {
        var cursors = secrets(TestDatabase.SECRET).derive("cursors");

        assertThat(cursors)
                .hasSize(32)
                .isEqualTo(secrets(TestDatabase.SECRET + "\n").derive("cursors"))
                .isNotEqualTo(secrets(TestDatabase.SECRET).derive("previews"))
                .isNotEqualTo(secrets(TestDatabase.SECRET + "!").derive("cursors"));
    }

    @Test
    @DisplayName("is required")
    void required() {
        assertThatThrownBy(() -> secrets(null))
                .isInstanceOf(StartupRefused.class)
                .hasMessageStartingWith("BYLINE_SECRET is not set");
    }

    @Test
    @DisplayName("of less than 32 bytes is refused and not repeated")
    void tooShort() {
        assertThatThrownBy(() -> secrets("0123456789abcdef0123456789abcde"))
                .isInstanceOf(StartupRefused.class)
                .hasMessageStartingWith("BYLINE_SECRET is too short")
                .hasMessageNotContaining("abc");
    }

    private static Secrets secrets(String secret) {
        return new Secrets(
                new BylineConfig() {
                    @Override
                    public Path dataDir() {
                        return Path.of("data");
                    }

                    @Override
                    public Optional<Path> mediaDir() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> secret() {
                        return Optional.ofNullable(secret);
                    }

                    @Override
                    public Optional<URI> publicUrl() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Boolean> demo() {
                        return Optional.empty();
                    }

                    @Override
                    public boolean stopWhenReady() {
                        return false;
                    }
                });
    }
}
