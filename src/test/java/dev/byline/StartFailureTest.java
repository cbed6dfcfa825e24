package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.platform.database.StartupRefused;
import java.net.ConnectException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The one line about a failed start")
class StartFailureTest {

    @Test
    @DisplayName("is the refusal's own, however deep it lies")
    void refusal() {
        var refused = new StartupRefused("The secret differs.", new SQLException("inner"));

        assertThat(line(new RuntimeException("Failed to start quarkus", refused)))
                .isEqualTo("The secret differs.");
    }

    @Test
    @DisplayName("says why the database could not be reached")
    void unreachable() {
        var refused =
                new SQLException("Attempt failed.", new ConnectException("Connection refused"));

        assertThat(line(new FlywayException("Unable to obtain connection", refused)))
                .isEqualTo("The database refused: Attempt failed. (Connection refused)");
    }

    @Test
    @DisplayName("says that a schema does not fit, without advertisement")
    void schema() {
        var failure =
                new FlywayException("Validate failed: 999\nNeed more flexibility? https://example");

        assertThat(line(new RuntimeException(failure)))
                .isEqualTo("The schema of the database does not fit: Validate failed: 999");
    }

    @Test
    @DisplayName("is one line, free of class names where there is a message")
    void oneLine() {
        assertThat(line(new IllegalArgumentException("java.lang.X: SRCFG00039: a is\n  wrong\n")))
                .isEqualTo("a is wrong");
        assertThat(line(new NullPointerException())).isEqualTo("java.lang.NullPointerException");
    }

    private static String line(Throwable failure) {
        return StartFailure.line(failure);
    }
}
