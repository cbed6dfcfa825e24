package dev.byline.platform.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.platform.database.StartupRefused;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The address of a client")
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 198.51.100.1 | 203.0.113.7",
                "10.0.0.1 | 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | '' | 10.0.0.1",
                "10.0.0.1 | 1.2.3.4, 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | 1.2.3.4, 198.51.100.1, 10.0.0.2 | 198.51.100.1",
                "10.0.0.1 | 1.2.3.4 ; 198.51.100.1 ; 10.0.0.2 | 198.51.100.1",
                "10.0.0.1 | 10.0.0.3, 10.0.0.2 | 10.0.0.3",
                "10.0.0.1 | 198.51.100.1, nonsense | 10.0.0.1",
                "10.0.0.1 | nonsense, 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | 198.51.100.1, | 10.0.0.1",
                "10.0.0.1 | 2001:db8::1 | 2001:db8::1"
            })
    @DisplayName("is what the outermost trusted proxy saw, whatever the client wrote")
    void trusted(String connection, String headers, String client) {
        List<String> forwarded = Arrays.stream(headers.split(";")).map(String::strip).toList();

        InetAddress found = behind("10.0.0.0/8").of(address(connection), forwarded);

        assertThat(found).isEqualTo(address(client));
    }

    @Test
    @DisplayName("is that of the connection when no proxy is trusted")
    void nobody() {
        ClientAddress addresses = new ClientAddress(Optional::empty);

        assertThat(addresses.of(address("127.0.0.1"), List.of("198.51.100.1")))
                .isEqualTo(address("127.0.0.1"));
    }

    @Test
    @DisplayName("is not guessed from a bad configuration: the start is refused in one line")
    void refused() {
        assertThatThrownBy(() -> behind("10.0.0.1/8"))
                .isInstanceOf(StartupRefused.class)
                .hasMessageStartingWith("BYLINE_TRUSTED_PROXIES must");
    }

    private static ClientAddress behind(String... proxies) {
        return new ClientAddress(() -> Optional.of(List.of(proxies)));
    }

    private static InetAddress address(String text) {
        return Addresses.parse(text).orElseThrow();
    }
}
