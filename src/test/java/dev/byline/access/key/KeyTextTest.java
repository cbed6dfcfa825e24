package dev.byline.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.platform.entity.Aggregate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A key's text")
class KeyTextTest {

    @Test
    @DisplayName("leads back to its id")
    void id() {
        UUID id = Aggregate.newId();

        assertThat(KeyText.id(KeyText.make(id))).contains(id);
        assertThat(KeyText.id(KeyText.make(ApiKey.BOOTSTRAP))).contains(ApiKey.BOOTSTRAP);
        assertThat(KeyText.id("byl_" + id + "_" + "a".repeat(43))).isEmpty();
    }

    @Test
    @DisplayName("has a secret that never comes twice and uses the whole alphabet")
    void random() {
        Set<String> texts = new HashSet<>();
        Set<Integer> letters = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String text = KeyText.make(ApiKey.BOOTSTRAP);
            texts.add(text);
            text.substring(text.lastIndexOf('_') + 1).chars().forEach(letters::add);
        }

        assertThat(texts).hasSize(1000);
        assertThat(letters).hasSize(62);
    }
}
