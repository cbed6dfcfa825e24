package dev.byline.given;

import dev.byline.platform.database.EmbeddedDatabase;
import dev.byline.platform.database.SecretFile;
import dev.byline.platform.database.Unpacked;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Gives every {@code @QuarkusTest} the embedded database that production has, with an empty
 * database in it. The cluster in {@code target/test-data-…}, one for each half of the tests, is
 * kept from run to run.
 */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    public static final String SECRET = "the secret of the tests, which opens nothing";

    public static final Path DATA =
            Path.of("target", "test-data-" + System.getProperty("test.fork", "1"));

    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        Unpacked.into(DATA);
        database = EmbeddedDatabase.start(DATA);
        try {
            empty();
        } catch (SQLException e) {
            database.close();
            throw new IllegalStateException("The test database cannot be emptied", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                database.username(),
                "quarkus.datasource.password",
                database.password(),
                "byline.data-dir",
                DATA.toAbsolutePath().toString(),
                "byline.secret",
                SECRET,
                "byline.admin-key",
                Keys.ADMIN,
                "byline.demo",
                "false",
                // Nearly every test shows a wrong key, and all from one address.
                "byline.access.wrong-keys-per-minute",
                "1000000",
                // Tests call the job themselves.
                "byline.newsroom.settle-every",
                "off");
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }

    private void empty() throws SQLException {
        var url = database.jdbcUrl().replace("/byline?", "/postgres?");
        var password = SecretFile.read(DATA.resolve("database-superuser-password")).orElseThrow();
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists byline with (force)");
            statement.execute("create database byline owner byline");
        }
    }
}
