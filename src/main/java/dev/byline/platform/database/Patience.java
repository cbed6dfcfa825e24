package dev.byline.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * How long a connection waits for the database's answer: longer than the database itself lets a
 * statement run ({@code statement_timeout}), for when it is frozen or the network swallows all. Not
 * before the start is over: migrations may take their time.
 */
@ApplicationScoped
public class Patience implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final int MILLIS = 6000;
    private static final Duration FOR_A_CONNECTION = Duration.ofSeconds(2);

    private volatile boolean started;

    // A start on a busy machine may wait for its first connection; whoever wants a reply may not.
    void start(@Observes StartupEvent event, AgroalDataSource database) {
        database.getConfiguration()
                .connectionPoolConfiguration()
                .setAcquisitionTimeout(FOR_A_CONNECTION);
        started = true;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (started) {
            try {
                connection.setNetworkTimeout(Runnable::run, MILLIS);
            } catch (SQLException e) {
                // It is broken, as its user will see.
                LOG.debug("No time-out", e);
            }
        }
    }

    /** What readers wait for they wait for a shorter time; until the connection goes back. */
    public static void shorten(Connection connection, int millis) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, millis);
    }
}
