package dev.byline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import dev.byline.platform.database.BylineConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The demonstration newspaper")
class DemoNewsroomTest extends ApiTest {

    @Inject DemoNewsroom newsroom;

    @Test
    @DisplayName("fills an empty database once, with articles that readers discuss")
    void fills() {
        newsroom.fill(new StartupEvent(), new Demo());
        newsroom.fill(new StartupEvent(), new Demo());

        assertThat(read("/v1/articles?total=true&limit=1").<Integer>path("page.total"))
                .isGreaterThan(25);
        read("/v1/articles?limit=100")
                .then()
                .body("items.findAll { it.comments == null }.size()", equalTo(0));
        String discussed =
                newsroom().get("/v1/newsroom/comments?state=visible").path("items[0].article.slug");
        assertThat(
                        read("/v1/articles/" + discussed + "?include=comments")
                                .<Integer>path("comments.count"))
                .isPositive();
        assertThat(newsroom().get("/v1/newsroom/comments/counts").<Integer>path("states.held"))
                .isEqualTo(2);
    }

    /** Asks for the demonstration. */
    private record Demo() implements BylineConfig {

        @Override
        public Path dataDir() {
            return Path.of("target");
        }

        @Override
        public Optional<String> secret() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> publicUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<Boolean> demo() {
            return Optional.of(true);
        }

        @Override
        public Optional<Path> mediaDir() {
            return Optional.empty();
        }

        @Override
        public boolean stopWhenReady() {
            return false;
        }
    }
}
