package dev.byline.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A path")
class PathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/articles",
                "/v1/articles/",
                "/v1/articles/a-b_c.d~e",
                "/v1/articles/%D0%B0",
                "/v1/articles/a%20b",
                "/v1/articles/a%3Ab",
                "/docs/swagger-ui.css",
                "/v1/..a/.b"
            })
    @DisplayName("in its one spelling is canonical")
    void canonical(String path) {
        assertThat(Paths.canonical(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "*",
                "//v1",
                "/v1//articles",
                "/v1/articles//",
                "/./v1",
                "/v1/.",
                "/v1/..",
                "/v1/../x",
                "/v1;a=b/articles",
                "/v1/articles;",
                "/v1\\articles",
                "/v1/%61rticles",
                "/v1/%2e/x",
                "/v1%2Farticles",
                "/v1%5carticles",
                "/v1/a%3Bb",
                "/v1/a%00",
                "/v1/a%7f",
                "/v1/%",
                "/v1/%4",
                "/v1/%zz"
            })
    @DisplayName("in any other spelling is not")
    void other(String path) {
        assertThat(Paths.canonical(path)).isFalse();
    }
}
