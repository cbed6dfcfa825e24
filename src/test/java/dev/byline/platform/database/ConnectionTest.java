package dev.byline.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The application's connections")
class ConnectionTest {

    @Inject AgroalDataSource database;

    @Test
    @DisplayName("end a statement after five seconds")
    void limitsStatements() throws SQLException {
        assertThat(setting("statement_timeout")).isEqualTo("5s");
    }

    @Test
    @DisplayName("write durably")
    void writesDurably() throws SQLException {
        assertThat(setting("synchronous_commit")).isEqualTo("on");
    }

    @Test
    @DisplayName("are waited for no longer than two seconds, once it has started")
    void patience() {
        assertThat(database.getConfiguration().connectionPoolConfiguration().acquisitionTimeout())
                .isEqualTo(Duration.ofSeconds(2));
    }

    private String setting(String name) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
