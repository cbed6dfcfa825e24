package dev.byline.platform.database;

import static dev.byline.platform.database.Given.execute;
import static dev.byline.platform.database.Given.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The embedded database")
class EmbeddedDatabaseTest {

    @TempDir static Path data;

    static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        Unpacked.into(data);
        database = EmbeddedDatabase.start(data);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("is durable, bounded and the same everywhere")
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "max_connections, 30",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
        "log_timezone, UTC",
        "log_min_messages, log",
        "log_statement, none",
    })
    void settings(String name, String expected) throws SQLException {
        assertThat(value(database, "select reset_val from pg_settings where name = '" + name + "'"))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("is the version that the build names")
    void version() throws IOException, SQLException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains(
                        "<postgresql.binaries.version>%s</postgresql.binaries.version>"
                                .formatted(PostgresBinaries.VERSION));
        assertThat(value(database, "show server_version") + ".0")
                .isEqualTo(PostgresBinaries.VERSION);
    }

    @ParameterizedTest(name = "{0} with \"{1}\"")
    @DisplayName("lets nobody in without the password")
    @CsvSource({"byline, ''", "byline, byline", "postgres, ''", "postgres, postgres"})
    void refusesOthers(String user, String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), user, password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    @DisplayName("gives the application a role that owns its database and nothing else")
    void plainRole() throws SQLException {
        assertThat(
                        value(
                                database,
                                """
                                select concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole,
                                                 rolreplication, rolbypassrls)
                                from pg_roles where rolname = current_user"""))
                .isEqualTo("f f f f f");
        assertThatThrownBy(() -> execute(database, "copy (select 1) to program 'true'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () ->
                                DriverManager.getConnection(
                                        database.jdbcUrl().replace("/byline?", "/postgres?"),
                                        database.username(),
                                        database.password()))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @DisplayName("lets the application create the extensions that search needs")
    @ValueSource(strings = {"pg_trgm", "unaccent"})
    void extensions(String name) throws SQLException {
        execute(database, "create extension " + name);

        assertThat(
                        value(
                                database,
                                "select count(*) from pg_extension where extname = '" + name + "'"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("listens on no other address than 127.0.0.1")
    void loopbackOnly() throws IOException {
        var port = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
        for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (var address : Collections.list(network.getInetAddresses())) {
                if (!address.getHostAddress().equals("127.0.0.1")) {
                    assertThatThrownBy(() -> new Socket(address, port).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @DisplayName("keeps its passwords and data from other users of the machine")
    @CsvSource({
        "database, rwx------",
        "database-password, rw-------",
        "database-superuser-password, rw-------",
        "log, rwx------",
    })
    void permissions(String name, String expected) throws IOException {
        if (SecretFile.posix(data)) {
            assertThat(Files.getPosixFilePermissions(data.resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString(expected));
        }
    }

    @Test
    @DisplayName("logs neither statements nor values nor passwords")
    void quietLog() throws IOException {
        var canary = "canary-4711";
        assertThatThrownBy(() -> execute(database, "select '" + canary + "'::integer"))
                .hasMessageContaining(canary);
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "byline", canary));

        try (var files = Files.list(data.resolve("log"))) {
            for (var file : files.toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain(canary)
                        .doesNotContain(database.password());
            }
        }
    }
}
