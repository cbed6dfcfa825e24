package dev.byline.article;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gates between an article and its readers; all must be open. The same rule as the SQL function
 * {@code article_visible}, with which a test compares it.
 */
public record Gates(
        ArticleState state, Instant publishedAt, Instant embargoUntil, Instant expiresAt) {

    /** Whether the public sees the article at this instant. */
    public boolean open(Instant at) {
        return stateShows() && timeHasCome(at) && embargoIsOver(at) && notExpired(at);
    }

    public boolean stateShows() {
        return state.shown();
    }

    public boolean timeHasCome(Instant at) {
        return publishedAt != null && !publishedAt.isAfter(at);
    }

    public boolean embargoIsOver(Instant at) {
        return embargoUntil == null || !embargoUntil.isAfter(at);
    }

    public boolean notExpired(Instant at) {
        return expiresAt == null || expiresAt.isAfter(at);
    }

    /**
     * The first instant after this one at which time changes something; null when it never does.
     */
    Instant following(Instant at, Instant nextVersion) {
        return Stream.of(
                        Optional.ofNullable(state == ArticleState.SCHEDULED ? publishedAt : null),
                        Optional.ofNullable(embargoUntil),
                        Optional.ofNullable(expiresAt),
                        Optional.ofNullable(nextVersion))
                .flatMap(Optional::stream)
                .filter(gate -> gate.isAfter(at))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
