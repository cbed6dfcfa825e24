package dev.byline.given;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What the audit holds of a request: every write of the newsroom that any test makes has a row. */
final class Audited {

    private Audited() {}

    static long rows(String traceId) {
        try (var connection = CDI.current().select(DataSource.class).get().getConnection();
                var query =
                        connection.prepareStatement(
                                "select count(*) from audit where trace_id = ? and status < 400"
                                        // The trace has no index, and all tests fill the table.
                                        + " and at > now() - interval '1 minute'")) {
            query.setString(1, traceId);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
