package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.SearchResult.Hit;
import dev.byline.edition.ArticleType;
import dev.byline.platform.page.Position;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a search found")
class SearchResultTest {

    // For Java, but for no database, the last id is less than the others: its first bit is set.
    private static final Hit FIRST = hit("0198c5a2-0000-7000-8000-000000000001", 1, 0.1f);
    private static final Hit SECOND = hit("0198c5a2-0000-7000-8000-000000000002", 2, 0.5f);
    private static final Hit THIRD = hit("f198c5a2-0000-7000-8000-000000000003", 2, 0.5f);

    @Test
    @DisplayName("goes on after a hit and before it, and knows whether it does")
    void beyond() {
        SearchResult found = ranked(THIRD, SECOND, FIRST);

        assertThat(found.rows(null, 2)).containsExactly(THIRD, SECOND);
        assertThat(found.rows(at(found, SECOND, true), 2)).containsExactly(FIRST);
        assertThat(found.rows(at(found, FIRST, false), 1)).containsExactly(SECOND);
        assertThat(found.any(at(found, FIRST, true))).isFalse();
        assertThat(found.any(at(found, SECOND, false))).isTrue();
    }

    @Test
    @DisplayName("goes on from a hit that is there no more")
    void gone() {
        SearchResult before = ranked(THIRD, SECOND, FIRST);

        assertThat(ranked(THIRD, FIRST).rows(at(before, SECOND, true), 5)).containsExactly(FIRST);
        assertThat(ranked(THIRD, FIRST).rows(at(before, SECOND, false), 5)).containsExactly(THIRD);
    }

    @Test
    @DisplayName("keeps the newest first when it is not ranked")
    void newest() {
        SearchResult found = new SearchResult(List.of(THIRD, SECOND, FIRST), false, () -> 0);

        assertThat(found.hits()).containsExactly(THIRD, SECOND, FIRST);
        assertThat(found.rows(at(found, SECOND, true), 5)).containsExactly(FIRST);
        assertThat(found.rows(at(found, SECOND, false), 5)).containsExactly(THIRD);
    }

    @Test
    @DisplayName("counts what it holds, and asks when it can't hold all")
    void count() {
        assertThat(ranked(FIRST, SECOND).count()).isEqualTo(2);
        assertThat(
                        new SearchResult(
                                        Collections.nCopies(SearchResult.MOST, FIRST),
                                        true,
                                        () -> 12_345)
                                .count())
                .isEqualTo(12_345);
    }

    private static SearchResult ranked(Hit... hits) {
        return new SearchResult(List.of(hits), true, () -> 0);
    }

    private static Position at(SearchResult found, Hit hit, boolean forward) {
        return new Position(forward, found.key(hit), found.id(hit));
    }

    private static Hit hit(String id, long day, float rank) {
        return new Hit(
                UUID.fromString(id),
                ArticleType.STORY,
                Instant.EPOCH.plusSeconds(day * 86_400),
                rank);
    }
}
