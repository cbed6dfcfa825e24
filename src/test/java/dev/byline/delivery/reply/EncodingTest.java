package dev.byline.delivery.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Accept-Encoding")
class EncodingTest {

    @ParameterizedTest
    @DisplayName("chooses what the client likes best, then the smallest")
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | GZIP",
                "gzip, deflate | GZIP",
                "gzip, deflate, br, zstd | BROTLI",
                "GZIP;Q=0.5 | GZIP",
                "br;q=0.1, gzip;q=0.9 | GZIP",
                "gzip;q=0 | IDENTITY",
                "gzip;q=0, * | BROTLI",
                "* | BROTLI",
                "*;q=0 | IDENTITY",
                "identity | IDENTITY",
                "identity;q=0.5, gzip;q=0.4 | IDENTITY",
                "identity, gzip;q=0.4 | IDENTITY",
                "deflate | IDENTITY",
                "gzip;q=nonsense | IDENTITY",
                ", ;, | IDENTITY"
            })
    void chosen(String accepted, Encoding expected) {
        assertThat(Encoding.choose(accepted)).isEqualTo(expected);
        assertThat(Encoding.choose(null)).isEqualTo(Encoding.IDENTITY);
    }
}
