package dev.byline.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.platform.database.StartupRefused;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The identity provider")
class ProviderTest {

    @Test
    @DisplayName("is none by default")
    void none() {
        assertThat(Provider.of(new Config(null, null))).isEmpty();
    }

    @Test
    @DisplayName("needs an audience: without one, tokens for any other service would do")
    void audience() {
        assertThatThrownBy(() -> Provider.of(new Config("https://id.example.org", null)))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("BYLINE_OIDC_AUDIENCE");
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example.org, true",
        "http://127.0.0.1:8180/realms/news, true",
        "http://[::1]:8180, true",
        "http://id.example.org, false",
        "http://localhost.example.org, false",
        "ftp://id.example.org, false",
        "file:///etc/passwd, false",
        "id.example.org, false",
        "not an address, false"
    })
    @DisplayName("is asked over https, or on this machine")
    void https(String issuer, boolean safe) {
        assertThat(Provider.safe(issuer)).isEqualTo(safe);
        if (!safe) {
            assertThatThrownBy(() -> Provider.of(new Config(issuer, "byline")))
                    .isInstanceOf(StartupRefused.class);
        }
    }

    private record Config(String url, String forWhom) implements OidcConfig {

        @Override
        public Optional<String> issuer() {
            return Optional.ofNullable(url);
        }

        @Override
        public Optional<String> audience() {
            return Optional.ofNullable(forWhom);
        }

        @Override
        public Optional<URI> jwksUrl() {
            return Optional.empty();
        }

        @Override
        public String roleClaim() {
            return "roles";
        }

        @Override
        public Roles roles() {
            return new Names();
        }
    }

    private record Names() implements OidcConfig.Roles {

        @Override
        public List<String> writer() {
            return List.of("writer");
        }

        @Override
        public List<String> editor() {
            return List.of("editor");
        }

        @Override
        public List<String> moderator() {
            return List.of("moderator");
        }

        @Override
        public List<String> admin() {
            return List.of("admin");
        }
    }
}
