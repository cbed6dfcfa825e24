package dev.byline.revision.undo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.article.ArticleState;
import dev.byline.article.Standing;
import dev.byline.article.Takedown;
import java.time.Instant;
import java.util.function.Function;

/**
 * How an article stood, as a mark kept it.
 *
 * @param live the number of the revision that readers saw, or would have seen; null for none
 * @param next that of the next version
 */
record Stood(Standing standing, Integer live, Integer next) {

    /** A draft to which nothing was done yet. */
    static final Stood UNTOUCHED =
            new Stood(
                    new Standing(
                            ArticleState.DRAFT,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    null,
                    null);

    static Stood of(JsonNode kept) {
        Takedown takedown =
                value(
                        kept,
                        "takedownReason",
                        reason ->
                                new Takedown(
                                        Takedown.Reason.valueOf(reason),
                                        value(kept, "takedownNote", note -> note)));
        return new Stood(
                new Standing(
                        value(kept, "state", ArticleState::valueOf),
                        value(kept, "firstPublishedAt", Instant::parse),
                        value(kept, "publishedAt", Instant::parse),
                        value(kept, "updatedAt", Instant::parse),
                        value(kept, "embargoUntil", Instant::parse),
                        value(kept, "expiresAt", Instant::parse),
                        value(kept, "archivedFrom", ArticleState::valueOf),
                        value(kept, "takenDownFrom", ArticleState::valueOf),
                        value(kept, "takenDownAt", Instant::parse),
                        takedown,
                        value(kept, "nextAt", Instant::parse),
                        value(kept, "nextUpdatedAt", Instant::parse)),
                value(kept, "live", Integer::valueOf),
                value(kept, "next", Integer::valueOf));
    }

    private static <T> T value(JsonNode kept, String member, Function<String, T> read) {
        return kept.hasNonNull(member) ? read.apply(kept.get(member).asText()) : null;
    }

    /** The same once the times that have come by then are written down. */
    Stood at(Instant now) {
        boolean promoted = standing.nextHasCome(now);
        return new Stood(standing.at(now), promoted ? next : live, promoted ? null : next);
    }
}
