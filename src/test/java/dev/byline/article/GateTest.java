package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The visibility gate in SQL")
class GateTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    /** No time, and one before, at and after the instant. */
    private static final List<Instant> TIMES =
            Arrays.asList(null, AT.minusMillis(1), AT, AT.plusMillis(1));

    @Inject EntityManager em;

    @Test
    @Transactional
    @DisplayName("says the same as the state machine in Java, over all combinations")
    void sameRule() {
        int open = 0;
        List<String> differing = new ArrayList<>();
        for (ArticleState state : ArticleState.values()) {
            for (Instant published : TIMES) {
                for (Instant embargo : TIMES) {
                    for (Instant expiry : TIMES) {
                        Gates gates = new Gates(state, published, embargo, expiry);
                        boolean java = gates.open(AT);
                        open += java ? 1 : 0;
                        if (sql(gates) != java) {
                            differing.add(gates + " is " + java + " in Java only");
                        }
                    }
                }
            }
        }
        assertThat(differing).isEmpty();
        // published or scheduled; time before or now; embargo none, before or now; expiry none or
        // after
        assertThat(open).isEqualTo(2 * 2 * 3 * 2);
    }

    @Test
    @Transactional
    @DisplayName("takes the next version at its very instant")
    void nextVersion() {
        UUID live = new UUID(1, 1);
        UUID next = new UUID(2, 2);
        assertThat(edition(live, null, null)).isEqualTo(live);
        assertThat(edition(live, next, AT.plusMillis(1))).isEqualTo(live);
        assertThat(edition(live, next, AT)).isEqualTo(next);
        assertThat(edition(live, next, AT.minusMillis(1))).isEqualTo(next);
    }

    @Test
    @Transactional
    @DisplayName("finds exactly one edition on a shelf, the same one, at any instant")
    void shelf() {
        for (Instant next : TIMES) {
            boolean live = onShelf(null, next);
            assertThat(live)
                    .isEqualTo(
                            edition(new UUID(1, 1), new UUID(2, 2), next).equals(new UUID(1, 1)));
            if (next != null) {
                assertThat(onShelf(next, null)).isEqualTo(!live);
            }
        }
    }

    private boolean onShelf(Instant from, Instant until) {
        return (Boolean)
                em.createNativeQuery(
                                """
                                select on_shelf(cast(:from as timestamptz), cast(:until as timestamptz),
                                    cast(:at as timestamptz))""",
                                Boolean.class)
                        .setParameter("from", text(from))
                        .setParameter("until", text(until))
                        .setParameter("at", text(AT))
                        .getSingleResult();
    }

    private boolean sql(Gates gates) {
        return (Boolean)
                em.createNativeQuery(
                                """
                                select coalesce(article_visible(:state, cast(:published as timestamptz),
                                    cast(:embargo as timestamptz), cast(:expiry as timestamptz),
                                    cast(:at as timestamptz)), false)""",
                                Boolean.class)
                        .setParameter("state", gates.state().name())
                        .setParameter("published", text(gates.publishedAt()))
                        .setParameter("embargo", text(gates.embargoUntil()))
                        .setParameter("expiry", text(gates.expiresAt()))
                        .setParameter("at", text(AT))
                        .getSingleResult();
    }

    private UUID edition(UUID live, UUID next, Instant at) {
        return (UUID)
                em.createNativeQuery(
                                """
                                select live_edition(cast(:live as uuid), cast(:next as uuid),
                                    cast(:nextAt as timestamptz), cast(:at as timestamptz))""",
                                UUID.class)
                        .setParameter("live", text(live))
                        .setParameter("next", text(next))
                        .setParameter("nextAt", text(at))
                        .setParameter("at", text(AT))
                        .getSingleResult();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
