package dev.byline.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The servers of a document")
class ServersTest {

    @Test
    @DisplayName("are the public address where it is known, else the root of this server")
    void addresses() {
        assertThat(url("https://news.example.org")).isEqualTo("https://news.example.org");
        assertThat(url("https://news.example.org/")).isEqualTo("https://news.example.org");
        assertThat(url("https://example.org/news/")).isEqualTo("https://example.org/news");
        assertThat(url(null)).isEqualTo("/");
    }

    private static String url(String publicUrl) {
        var servers = Servers.at(Optional.ofNullable(publicUrl));
        assertThat(servers).hasSize(1);
        return servers.get(0).getUrl();
    }
}
