package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleChanged.Action;
import dev.byline.edition.ArticleType;
import dev.byline.edition.Edition;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The life of an article")
class LifecycleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Takedown TAKEDOWN = new Takedown(Takedown.Reason.LEGAL, null);

    /** The contract's table; what is not in it is forbidden. */
    private static final Map<ArticleState, Map<Action, ArticleState>> TABLE =
            Map.of(
                    ArticleState.DRAFT,
                    Map.of(
                            Action.SUBMIT, ArticleState.IN_REVIEW,
                            Action.PUBLISH, ArticleState.PUBLISHED,
                            Action.SCHEDULE, ArticleState.SCHEDULED,
                            Action.ARCHIVE, ArticleState.ARCHIVED),
                    ArticleState.IN_REVIEW,
                    Map.of(
                            Action.SEND_BACK, ArticleState.DRAFT,
                            Action.PUBLISH, ArticleState.PUBLISHED,
                            Action.SCHEDULE, ArticleState.SCHEDULED),
                    ArticleState.SCHEDULED,
                    Map.of(
                            Action.PUBLISH, ArticleState.PUBLISHED,
                            Action.UNPUBLISH, ArticleState.DRAFT),
                    ArticleState.PUBLISHED,
                    Map.of(
                            Action.PUBLISH, ArticleState.PUBLISHED,
                            Action.SCHEDULE, ArticleState.PUBLISHED,
                            Action.UNPUBLISH, ArticleState.DRAFT,
                            Action.ARCHIVE, ArticleState.ARCHIVED,
                            Action.TAKEDOWN, ArticleState.TAKEN_DOWN),
                    ArticleState.ARCHIVED,
                    Map.of(
                            Action.TAKEDOWN, ArticleState.TAKEN_DOWN,
                            Action.RESTORE, ArticleState.PUBLISHED),
                    ArticleState.TAKEN_DOWN,
                    Map.of(Action.RESTORE, ArticleState.PUBLISHED));

    private static final List<Action> ACTIONS =
            List.of(
                    Action.SUBMIT,
                    Action.SEND_BACK,
                    Action.PUBLISH,
                    Action.SCHEDULE,
                    Action.UNPUBLISH,
                    Action.ARCHIVE,
                    Action.TAKEDOWN,
                    Action.RESTORE);

    static Stream<Arguments> everyStateAndAction() {
        return Arrays.stream(ArticleState.values())
                .flatMap(state -> ACTIONS.stream().map(action -> Arguments.of(state, action)));
    }

    @ParameterizedTest(name = "{1} from {0}")
    @MethodSource("everyStateAndAction")
    @DisplayName("follows the contract's table, and nothing else")
    void table(ArticleState state, Action action) {
        Article article = in(state);
        ArticleState to = TABLE.get(state).get(action);
        if (to == null) {
            assertThatThrownBy(() -> act(article, action))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.FORBIDDEN_TRANSITION));
            assertThat(article.state()).isEqualTo(state);
        } else {
            act(article, action);
            assertThat(article.state()).isEqualTo(to);
        }
        assertThat(state.allows(action)).isEqualTo(to != null);
    }

    @Test
    @DisplayName("restores to the state before, through a takedown of an archived draft too")
    void restore() {
        Article article = article("a");
        article.archive();
        article.takeDown(TAKEDOWN, NOW);
        article.restore(NOW);
        assertThat(article.state()).isEqualTo(ArticleState.ARCHIVED);
        article.restore(NOW);
        assertThat(article.state()).isEqualTo(ArticleState.DRAFT);
    }

    @Test
    @DisplayName("is published now, not at a time that was scheduled and called off")
    void calledOff() {
        for (Action before : List.of(Action.UNPUBLISH, Action.SCHEDULE)) {
            Article article = in(ArticleState.PUBLISHED);
            article.unpublish(NOW);
            article.schedule(Publication.at(LATER), NOW);
            if (before == Action.UNPUBLISH) {
                article.unpublish(NOW);
            }
            article.publish(Publication.NOW, NOW.plusSeconds(1));
            assertThat(article.gates().open(NOW.plusSeconds(1))).as("%s", before).isTrue();
        }
    }

    @Nested
    @DisplayName("with a scheduled next version")
    class Next {

        private final Article article = in(ArticleState.PUBLISHED);
        private final Edition next = save(article, "b");

        @Test
        @DisplayName("keeps the published one until the instant, then takes the next one")
        void promoted() {
            article.schedule(Publication.at(LATER), NOW);
            assertThat(article.publishedSlug()).isEqualTo("a");
            assertThat(article.nextVersionAt()).isEqualTo(LATER);
            assertThat(article.settle(LATER.minusMillis(1))).isEmpty();

            assertThat(article.settle(LATER)).contains(Action.PROMOTE);

            assertThat(article.publishedSlug()).isEqualTo("b");
            assertThat(article.nextVersionAt()).isNull();
            assertThat(article.unpublishedChanges()).isFalse();
            assertThat(article.settle(LATER)).isEmpty();
        }

        @Test
        @DisplayName("leaves the scheduled version alone when somebody saves")
        void saves() {
            article.schedule(Publication.at(LATER), NOW);
            assertThat(article.forWriting()).isNotSameAs(next);
            assertThat(article.heldSlugs()).containsExactlyInAnyOrder("a", "b");
        }

        @Test
        @DisplayName("drops it when another is published, unpublished or archived")
        void dropped() {
            for (Action action : List.of(Action.PUBLISH, Action.UNPUBLISH, Action.ARCHIVE)) {
                Article one = in(ArticleState.PUBLISHED);
                save(one, "b");
                one.schedule(Publication.at(LATER), NOW);
                act(one, action);
                assertThat(one.nextVersionAt()).as("%s", action).isNull();
                assertThat(one.settle(LATER)).as("%s", action).isEmpty();
            }
        }

        @Test
        @DisplayName("refuses to schedule what is published already")
        void nothingNew() {
            Article same = in(ArticleState.PUBLISHED);
            assertThatThrownBy(() -> same.schedule(Publication.at(LATER), NOW))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.NOT_PUBLISHABLE));
        }
    }

    @Test
    @DisplayName("settles passed gates one by one, oldest first, each once")
    void settles() {
        Article article = article("a");
        article.schedule(
                new Publication(
                        LATER,
                        new Publication.Gate(LATER.plusSeconds(60)),
                        new Publication.Gate(LATER.plusSeconds(120)),
                        null,
                        null),
                NOW);
        assertThat(article.settle(LATER)).as("the embargo still hides it").isEmpty();
        assertThat(article.state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(article.open()).isFalse();
        Instant end = LATER.plusSeconds(180);
        assertThat(article.settle(end)).contains(Action.APPEAR);
        assertThat(article.open()).isTrue();
        assertThat(article.settle(end)).contains(Action.EXPIRE);
        assertThat(article.open()).isFalse();
        assertThat(article.settle(end)).isEmpty();
    }

    @Test
    @DisplayName("appears once, when the later one of schedule and embargo has come")
    void appearsOnce() {
        for (Instant embargo : List.of(LATER.minusSeconds(60), LATER.plusSeconds(60))) {
            Article article = article("a");
            article.schedule(
                    new Publication(LATER, new Publication.Gate(embargo), null, null, null), NOW);
            assertThat(article.settle(LATER.plusSeconds(90))).contains(Action.APPEAR);
            assertThat(article.state()).isEqualTo(ArticleState.PUBLISHED);
            assertThat(article.open()).isTrue();
            assertThat(article.settle(LATER.plusSeconds(90))).isEmpty();
        }
    }

    /** An article in this state; archived and taken down ones were published. */
    private static Article in(ArticleState state) {
        Article article = article("a");
        switch (state) {
            case DRAFT -> {}
            case IN_REVIEW -> article.submit();
            case SCHEDULED -> article.schedule(Publication.at(LATER), NOW);
            case PUBLISHED -> article.publish(Publication.NOW, NOW);
            case ARCHIVED -> {
                article.publish(Publication.NOW, NOW);
                article.archive();
            }
            case TAKEN_DOWN -> {
                article.publish(Publication.NOW, NOW);
                article.takeDown(TAKEDOWN, NOW);
            }
        }
        return article;
    }

    private static void act(Article article, Action action) {
        switch (action) {
            case SUBMIT -> article.submit();
            case SEND_BACK -> article.sendBack();
            case PUBLISH -> article.publish(Publication.NOW, NOW);
            case SCHEDULE -> {
                if (article.state() == ArticleState.PUBLISHED && !article.unpublishedChanges()) {
                    save(article, "next");
                }
                article.schedule(Publication.at(LATER), NOW);
            }
            case UNPUBLISH -> article.unpublish(NOW);
            case ARCHIVE -> article.archive();
            case TAKEDOWN -> article.takeDown(TAKEDOWN, NOW);
            case RESTORE -> article.restore(NOW);
            default -> throw new IllegalArgumentException("no action of an editor: " + action);
        }
    }

    private static Article article(String slug) {
        Article article = Article.draft("key:writer", NOW);
        article.saved(new Finished(article.id(), slug), "key:writer", NOW);
        return article;
    }

    private static Edition save(Article article, String slug) {
        Edition edition = new Finished(article.id(), slug);
        article.saved(edition, "key:writer", NOW);
        return edition;
    }

    /** An edition that lacks nothing. */
    private static final class Finished extends Edition {

        private final String slug;

        Finished(UUID article, String slug) {
            super(article);
            this.slug = slug;
        }

        @Override
        public String slug() {
            return slug;
        }

        @Override
        public ArticleType type() {
            return ArticleType.STORY;
        }

        @Override
        public List<String> missing() {
            return List.of();
        }
    }
}
