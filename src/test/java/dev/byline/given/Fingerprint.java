package dev.byline.given;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Everything that the database holds but the audit of attempts, in one value per table. */
public final class Fingerprint {

    private static final String TABLES =
            """
            select table_name
            from information_schema.tables
            where table_schema = 'public' and table_name not in ('flyway_schema_history', 'audit')
            order by 1""";

    private Fingerprint() {}

    public static String of(DataSource database) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                // When a key was last used is a note about reading, too
                String row = "to_jsonb(t) - 'last_used_at'";
                try (var rows =
                        statement.executeQuery(
                                "select count(*), md5(coalesce(string_agg(("
                                        + row
                                        + ")::text, '|' order by ("
                                        + row
                                        + ")::text), '')) from \""
                                        + table
                                        + "\" t")) {
                    rows.next();
                    values.add(table + " " + rows.getString(1) + " " + rows.getString(2));
                }
            }
        }
        return String.join("\n", values);
    }
}
