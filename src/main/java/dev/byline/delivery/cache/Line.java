package dev.byline.delivery.cache;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.AgroalDefaultSecurityProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How the listener reaches the database. */
@ApplicationScoped
class Line {

    static final int PATIENCE_MILLIS = 2000;

    private static final String PATIENCE_SECONDS = String.valueOf(PATIENCE_MILLIS / 1000);
    private static final long POOL_PATIENCE_MILLIS = 500;

    @Inject AgroalDataSource database;

    private CompletableFuture<Boolean> asked;

    /** A connection beside the pool, on which nothing waits for long. */
    Connection open() throws SQLException {
        var factory =
                database.getConfiguration()
                        .connectionPoolConfiguration()
                        .connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(factory.jdbcProperties());
        var security = new AgroalDefaultSecurityProvider();
        if (factory.principal() != null) {
            properties.putAll(security.getSecurityProperties(factory.principal()));
        }
        factory.credentials()
                .forEach(secret -> properties.putAll(security.getSecurityProperties(secret)));
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        properties.setProperty("ApplicationName", "byline-cache");
        return DriverManager.getConnection(factory.jdbcUrl(), properties);
    }

    /**
     * Whether a connection of before lives on, where new ones are refused. On a thread of its own:
     * one that hangs waits for the network without end.
     */
    boolean poolAnswers() {
        if (asked == null || asked.isDone()) {
            asked =
                    CompletableFuture.supplyAsync(
                            this::ask,
                            task -> {
                                Thread thread = new Thread(task, "byline-cache-line");
                                thread.setDaemon(true);
                                thread.start();
                            });
        }
        try {
            return asked.get(POOL_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ask() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
