package dev.byline.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.given.TestDatabase;
import dev.byline.platform.database.BylineConfig;
import dev.byline.platform.database.StartupRefused;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A database that has been set up")
class InstallationTest {

    @Inject DataSource database;
    @Inject Secrets secrets;
    @Inject BylineConfig config;

    @Test
    @DisplayName("admits a node with the same secret")
    void sameSecret() {
        var node = new Installation(database, secrets);

        assertThatCode(() -> node.check(new StartupEvent())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("refuses a node with another secret")
    void otherSecret() {
        var other =
                new Secrets(config) {
                    @Override
                    public byte[] derive(String purpose) {
                        return new byte[32];
                    }
                };
        var node = new Installation(database, other);

        assertThatThrownBy(() -> node.check(new StartupEvent()))
                .isInstanceOf(StartupRefused.class)
                .hasMessageStartingWith("BYLINE_SECRET differs");
    }

    @Test
    @DisplayName("does not hold the secret")
    void holdsFingerprint() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select secret_fingerprint from installation")) {
            rows.next();

            assertThat(rows.getString(1)).matches("[0-9a-f]{64}").isNotEqualTo(TestDatabase.SECRET);
        }
    }
}
