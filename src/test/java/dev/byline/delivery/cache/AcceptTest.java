package dev.byline.delivery.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Accept")
class AcceptTest {

    @ParameterizedTest
    @DisplayName("takes JSON")
    @ValueSource(
            strings = {
                "application/json, text/plain, */*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "application/json;q=0.5",
                "application/*",
                "text/html, application/json; q=0.001"
            })
    void takes(String accept) {
        assertThat(Accept.json(accept)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("does not, or leaves doubt")
    @ValueSource(
            strings = {
                "text/html",
                "application/json;q=0",
                "application/json;q=0.0, */*",
                "*/*;q=0",
                "application/json;charset=utf-8",
                "application/problem+json",
                "",
                ",;",
                "application/json;q=2"
            })
    void doubts(String accept) {
        assertThat(Accept.json(accept)).isFalse();
    }
}
