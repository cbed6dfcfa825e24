package dev.byline.delivery.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The keys of a reply")
class SurrogateKeysTest {

    private static final String ID = "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55";

    private static Set<String> of(String body, String... named) {
        return SurrogateKeys.of(body.getBytes(StandardCharsets.UTF_8), Set.of(named));
    }

    @Test
    @DisplayName("are the ids in it, and what its makers named")
    void ids() {
        String other = UUID.randomUUID().toString();
        assertThat(of("{\"id\":\"%s\",\"x\":[\"%s\"]}".formatted(ID, other), "articles"))
                .containsExactlyInAnyOrder(ID, other, "articles");
        assertThat(of(ID, "articles")).contains(ID);
        assertThat(of("x" + ID + ID, "articles")).containsExactlyInAnyOrder(ID, "articles");
        assertThat(of(ID.substring(1), "articles")).containsExactly("articles");
        assertThat(of("\u00e4-----------------------" + ID, "articles")).contains(ID);
    }

    @Test
    @DisplayName("are dropped at any change when nobody named one")
    void anything() {
        assertThat(of("{}")).containsExactly(SurrogateKeys.ANYTHING);
    }

    @Test
    @DisplayName("go into a header short, clean, and not without end")
    void header() {
        assertThat(SurrogateKeys.header(Set.of(ID, "comments:" + ID, "under:tag:flood")))
                .isEqualTo("2f6d0c1b7e55 all comments:2f6d0c1b7e55 under:tag:flood");
        assertThat(SurrogateKeys.header(Set.of("under:tag:a b\u00e4\r\nSet-Cookie: x")))
                .matches("[0-9a-f]{12} all|all [0-9a-f]{12}");
        assertThat(
                        SurrogateKeys.header(
                                IntStream.range(0, 200)
                                        .mapToObj(i -> "k" + i)
                                        .collect(Collectors.toSet())))
                .isEqualTo("all many");
    }

    @Test
    @DisplayName("are purged by the same names")
    void purge() {
        assertThat(SurrogateKeys.stale(List.of(ID, "articles")))
                .contains("2f6d0c1b7e55", "articles", "many", "absent", "anything");
        assertThat(SurrogateKeys.stale(List.of("*", ID))).containsExactly("all");
    }
}
