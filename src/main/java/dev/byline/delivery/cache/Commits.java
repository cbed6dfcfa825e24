package dev.byline.delivery.cache;

import dev.byline.delivery.reply.SurrogateKeys;
import io.agroal.api.AgroalDataSource;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops what a transaction of this node makes stale before its reply goes out: who wrote reads its
 * own writes. What other nodes commit comes by {@link Watch}.
 */
@ApplicationScoped
class Commits {

    private static final String KEYS =
            "select xid, key from stale_key where xid = pg_current_xact_id_if_assigned()";

    @Inject TransactionSynchronizationRegistry transactions;
    @Inject CurrentVertxRequest current;
    @Inject AgroalDataSource database;
    @Inject CacheConfig config;
    @Inject Watch watch;

    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        if (config.enabled() && !reads()) {
            transactions.registerInterposedSynchronization(new Stale());
        }
    }

    private boolean reads() {
        try {
            RoutingContext request = current.getCurrent();
            return request != null
                    && (request.request().method() == HttpMethod.GET
                            || request.request().method() == HttpMethod.HEAD);
        } catch (ContextNotActiveException e) {
            return false;
        }
    }

    private final class Stale implements Synchronization {

        private final List<String> keys = new ArrayList<>();
        private String transaction;

        @Override
        public void beforeCompletion() {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(KEYS);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    transaction = rows.getString(1);
                    keys.add(rows.getString(2));
                }
            } catch (SQLException e) {
                // The transaction fails by itself, or what it changed is not known here.
                keys.add(SurrogateKeys.EVERYTHING);
            }
        }

        @Override
        public void afterCompletion(int status) {
            // Whether one of unknown end was committed nobody knows.
            if (status != Status.STATUS_ROLLEDBACK) {
                watch.apply(keys);
                watch.done(transaction);
            }
        }
    }
}
