package dev.byline.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.access.AccessTest;
import dev.byline.given.Keys;
import dev.byline.platform.database.BylineConfig;
import dev.byline.platform.database.StartupRefused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("At the start")
class BootstrapTest extends AccessTest {

    private static final String OTHER = "another-bootstrap-key-of-the-tests-0123456789";

    @Inject KeyRing keys;
    @TempDir Path directory;

    @AfterEach
    void configuredKeyAgain() throws Exception {
        sql("truncate api_key");
        start(Keys.ADMIN);
    }

    @Test
    @DisplayName("an admin key is made for a database without one, in a file for its owner only")
    void makes() throws Exception {
        sql("truncate api_key");

        start(null);

        Path file = directory.resolve("sub/admin-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        with(key()).get(ME).then().statusCode(200);
        with(Keys.ADMIN).get(ME).then().statusCode(401);
    }

    @Test
    @DisplayName("none is made while there is a usable one")
    void keeps() throws Exception {
        start(null);

        assertThat(directory.resolve("sub")).doesNotExist();
        with(Keys.ADMIN).get(ME).then().statusCode(200);
    }

    @Test
    @DisplayName("one is made when the last expired")
    void replacesExpired() throws Exception {
        sql("update api_key set expires_at = now() - interval '1 s'");

        start(null);

        with(key()).get(KEYS).then().statusCode(200);
    }

    @Test
    @DisplayName("a newly configured key replaces the former")
    void replacesConfigured() {
        start(OTHER);

        with(OTHER).get(ME).then().statusCode(200);
        with(Keys.ADMIN).get(ME).then().statusCode(401);
    }

    @Test
    @DisplayName("a configured key that was revoked stays so, and another brings it back")
    void revoked() throws Exception {
        sql("update api_key set revoked_at = now()");

        start(Keys.ADMIN);
        with(Keys.ADMIN).get(ME).then().statusCode(401);

        start(OTHER);
        with(OTHER).get(ME).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "0123456789012345678901234567890",
                "thirty-two characters with spaces",
                "thirty-two-characters-and-an-\u00e9-here"
            })
    @DisplayName(
            "a configured key that is short or can't be sent is refused in one line without it")
    void refuses(String text) {
        assertThatThrownBy(() -> start(text))
                .isInstanceOf(StartupRefused.class)
                .hasMessageStartingWith("BYLINE_ADMIN_KEY must have")
                .hasMessageNotContaining(text);
        with(Keys.ADMIN).get(ME).then().statusCode(200);
    }

    @Test
    @DisplayName("several nodes make one key, whose file works")
    void nodes() throws Exception {
        sql("truncate api_key");
        Callable<Void> node =
                () -> {
                    start(null);
                    return null;
                };

        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var done : pool.invokeAll(Collections.nCopies(4, node))) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(value("select count(*) from api_key")).isEqualTo("1");
        with(key()).get(ME).then().statusCode(200);
    }

    private String key() throws IOException {
        return Files.readString(directory.resolve("sub/admin-key")).strip();
    }

    /** What a node with this configuration does. */
    private void start(String adminKey) {
        Bootstrap bootstrap = new Bootstrap();
        bootstrap.config = () -> Optional.ofNullable(adminKey);
        bootstrap.byline = new Installed(directory.resolve("sub"));
        bootstrap.keys = keys;
        QuarkusTransaction.requiringNew().run(() -> bootstrap.prepare(null));
    }

    private record Installed(Path dataDir) implements BylineConfig {

        @Override
        public Optional<Path> mediaDir() {
            return Optional.empty();
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
            return Optional.empty();
        }

        @Override
        public boolean stopWhenReady() {
            return false;
        }
    }
}
