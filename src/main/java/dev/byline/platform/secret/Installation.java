package dev.byline.platform.secret;

import dev.byline.platform.database.StartupRefused;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * Keeps a node out whose secret is not the database's: its keys would fit nothing that is there.
 */
@Singleton
class Installation {

    private final DataSource database;
    private final Secrets secrets;

    Installation(DataSource database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Ahead of everything that might use a derived key. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        var own = HexFormat.of().formatHex(secrets.derive("installation fingerprint"));
        if (!own.equals(fingerprint(own))) {
            throw new StartupRefused(
                    "BYLINE_SECRET differs from the secret that this database was set up with.");
        }
    }

    /** The fingerprint in the database, which is this node's own if it is the first to come. */
    private String fingerprint(String own) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into installation (secret_fingerprint) values (?)"
                                        + " on conflict do nothing");
                var select =
                        connection.prepareStatement(
                                "select secret_fingerprint from installation")) {
            insert.setString(1, own);
            insert.executeUpdate();
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The installation cannot be read", e);
        }
    }
}
