package dev.byline.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the database answers; asks it at most once a second, however often it is asked itself.
 */
@Readiness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {

    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final int PATIENCE_SECONDS = 1;

    @Inject DataSource database;

    private long checkedAt;
    private boolean up;

    @Override
    public synchronized HealthCheckResponse call() {
        long now = System.nanoTime();
        if (checkedAt == 0 || now - checkedAt > FRESH_NANOS) {
            up = answers();
            checkedAt = System.nanoTime();
        }
        return HealthCheckResponse.named("database").status(up).build();
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
