package dev.byline.article;

import java.time.Instant;
import java.util.Objects;

/** How an article stands with readers: its state and its times, and those of its next version. */
public record Standing(
        ArticleState state,
        Instant firstPublishedAt,
        Instant publishedAt,
        Instant updatedAt,
        Instant embargoUntil,
        Instant expiresAt,
        ArticleState archivedFrom,
        ArticleState takenDownFrom,
        Instant takenDownAt,
        Takedown takedown,
        Instant nextAt,
        Instant nextUpdatedAt) {

    /** The same once the times that have come by then are written down. */
    public Standing at(Instant now) {
        boolean appeared = state == ArticleState.SCHEDULED && !publishedAt.isAfter(now);
        boolean promoted = nextHasCome(now);
        return new Standing(
                appeared ? ArticleState.PUBLISHED : state,
                firstPublishedAt,
                publishedAt,
                promoted ? nextUpdatedAt : updatedAt,
                embargoUntil,
                expiresAt,
                archivedFrom,
                takenDownFrom,
                takenDownAt,
                takedown,
                promoted ? null : nextAt,
                promoted ? null : nextUpdatedAt);
    }

    /** Whether the next version has taken the published one's place by then. */
    public boolean nextHasCome(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    /**
     * Whether an article that stands so needs nothing to be put back to this. That the public has
     * seen it since can't be taken back.
     */
    public boolean isThatOf(Standing present) {
        return state == present.state
                && Objects.equals(embargoUntil, present.embargoUntil)
                && Objects.equals(expiresAt, present.expiresAt)
                && archivedFrom == present.archivedFrom
                && takenDownFrom == present.takenDownFrom
                && Objects.equals(takedown, present.takedown)
                && Objects.equals(nextAt, present.nextAt)
                && (firstPublishedAt == null
                        || firstPublishedAt.equals(present.firstPublishedAt)
                                && publishedAt.equals(present.publishedAt)
                                && updatedAt.equals(present.updatedAt));
    }
}
