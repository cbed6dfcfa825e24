package dev.byline.delivery.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.delivery.reply.Copy;
import dev.byline.delivery.reply.Lifetime;
import dev.byline.delivery.reply.SurrogateKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cache")
class CopiesTest {

    private final Copies copies = new Copies(new SmallCache());
    private final List<Copy> landed = new ArrayList<>();

    private Ticket begin(String request) {
        return copies.begin(request, null, landed::add);
    }

    private static Copy copy(int size, String... keys) {
        return new Copy(
                200,
                "text/plain",
                new byte[size],
                "name",
                Map.of(),
                Set.of(keys),
                new Lifetime(10, -1, 0, 0),
                Long.MAX_VALUE);
    }

    @Test
    @DisplayName("drops what was built from a key, and nothing else")
    void exact() {
        copies.keep(begin("/a"), copy(10, "x", "y"));
        copies.keep(begin("/b"), copy(10, "z"));
        copies.invalidate(List.of("y"));
        assertThat(copies.get("/a")).isNull();
        assertThat(copies.get("/b")).isNotNull();
        copies.invalidate(List.of(SurrogateKeys.EVERYTHING));
        assertThat(copies.get("/b")).isNull();
    }

    @Test
    @DisplayName("takes nothing that changed since its rendering began")
    void race() {
        Ticket ticket = begin("/a");
        Ticket other = begin("/b");
        copies.invalidate(List.of("x"));
        copies.keep(ticket, copy(10, "x"));
        copies.keep(other, copy(10, "y"));
        assertThat(copies.get("/a")).isNull();
        assertThat(copies.get("/b")).isNotNull();
        assertThat(landed).containsExactly(null, copies.get("/b"));
    }

    @Test
    @DisplayName("takes nothing that began before everything was dropped")
    void raceWithAll() {
        Ticket ticket = begin("/a");
        copies.invalidate(List.of(SurrogateKeys.EVERYTHING));
        copies.keep(ticket, copy(10, "x"));
        assertThat(copies.get("/a")).isNull();
        copies.keep(begin("/a"), copy(10, "x"));
        assertThat(copies.get("/a")).isNotNull();
    }

    @Test
    @DisplayName("remembers a change for a slow rendering however many changes follow")
    void slow() {
        Ticket slow = begin("/slow");
        copies.invalidate(List.of("x"));
        for (int i = 0; i < 60_000; i++) {
            copies.invalidate(List.of("k" + i));
        }
        copies.keep(slow, copy(10, "x"));
        assertThat(copies.get("/slow")).isNull();
    }

    @Test
    @DisplayName("takes nothing twice, nor after its rendering was given up")
    void once() {
        Ticket ticket = begin("/a");
        copies.end(ticket);
        copies.keep(ticket, copy(10, "x"));
        assertThat(copies.get("/a")).isNull();
        assertThat(landed).containsExactly((Copy) null);
    }

    @Test
    @DisplayName("keeps what is asked for often although somebody varies parameters")
    void hotStays() {
        copies.keep(begin("/hot"), copy(2000, "hot"));
        for (int i = 0; i < 50; i++) {
            copies.get("/hot");
        }
        for (int i = 0; i < 5000; i++) {
            copies.get("/v?" + i);
            copies.keep(begin("/v?" + i), copy(2000, "k" + i));
            if (i % 50 == 0) {
                copies.get("/hot");
            }
        }
        assertThat(copies.get("/hot")).isNotNull();
        assertThat(copies.size()).isLessThan(200);
    }

    @Test
    @DisplayName("takes nothing larger than one reply may be")
    void large() {
        copies.keep(begin("/a"), copy(60_000, "x"));
        assertThat(copies.get("/a")).isNull();
    }
}
