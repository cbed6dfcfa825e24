package dev.byline.platform.database;

import static dev.byline.platform.database.Given.connect;
import static dev.byline.platform.database.Given.execute;
import static dev.byline.platform.database.Given.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.platform.database.Given.OtherJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded database, started again")
class RecoveryTest {

    @TempDir static Path data;

    private EmbeddedDatabase database;

    @BeforeAll
    static void create() throws SQLException {
        Unpacked.into(data);
        try (var database = EmbeddedDatabase.start(data)) {
            execute(database, "create table kept (id int primary key)");
            execute(database, "insert into kept values (1)");
        }
    }

    @AfterEach
    void stop() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    @DisplayName("after a clean stop, leaves no process behind and has its data")
    void cleanStop() throws Exception {
        start().close();
        assertThat(Given.processes(data)).isEmpty();

        assertThat(rows(start())).isEqualTo("1");
    }

    @Test
    @DisplayName("after kill -9 of Byline, takes over from the orphaned server")
    void killedByline() throws Exception {
        try (var other = OtherJvm.on(data)) {
            assertThat(other.answer()).startsWith("jdbc:postgresql:");
            other.kill();
        }
        var orphan = Given.postmaster(data);
        assertThat(Given.processes(data)).contains(orphan);

        assertThat(rows(start())).isEqualTo("1");
        assertThat(Given.processes(data)).doesNotContain(orphan);
    }

    @Test
    @DisplayName("after kill -9 of the server's whole tree and of Byline, has what was committed")
    void killedTree() throws Exception {
        try (var other = OtherJvm.on(data)) {
            other.answer();
            other.kill();
        }
        Given.processes(data).forEach(ProcessHandle::destroyForcibly);

        assertThat(rows(start())).isEqualTo("1");
    }

    @Test
    @DisplayName(
            "after kill -9 of Byline and the postmaster alone, ends the backends that hold memory")
    void killedPostmaster() throws Exception {
        try (var other = OtherJvm.on(data)) {
            other.answer();
            other.kill();
        }
        // A stopped process does not notice that its postmaster is gone
        var postmaster = Given.postmaster(data);
        var backend = postmaster.children().findFirst().orElseThrow();
        new ProcessBuilder("kill", "-STOP", Long.toString(backend.pid())).start().waitFor();
        postmaster.destroyForcibly();

        assertThat(rows(start())).isEqualTo("1");
        assertThat(Given.processes(data)).doesNotContain(backend);
    }

    @Test
    @DisplayName("with the process number of the old server in other hands, does not mind")
    void reusedPid() throws Exception {
        Files.writeString(
                data.resolve("database/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        assertThat(rows(start())).isEqualTo("1");
    }

    @Test
    @DisplayName("after a crash while it was being unpacked and made, is whole")
    void halfMade(@TempDir Path fresh) throws Exception {
        Files.createDirectories(fresh.resolve("postgresql/.unpacking/bin"));
        Files.writeString(fresh.resolve("postgresql/.unpacking/bin/postgres"), "half");
        Files.createDirectories(fresh.resolve("database.new/base"));
        Files.writeString(fresh.resolve("database.new/PG_VERSION"), PostgresBinaries.MAJOR);

        try (var database = EmbeddedDatabase.start(fresh)) {
            assertThat(value(database, "select 1")).isEqualTo("1");
        }
        assertThat(fresh.resolve("database.new")).doesNotExist();
    }

    @Test
    @DisplayName("while another Byline uses the directory, is refused and does no harm")
    void secondByline() throws Exception {
        start();
        try (var other = OtherJvm.on(data)) {
            assertThat(other.answer()).startsWith("Another Byline is using the data directory");
        }

        assertThat(rows(database)).isEqualTo("1");
    }

    @Test
    @DisplayName("comes back by itself when the server is killed, on the same address")
    void watched() throws Exception {
        start();
        try (var connection = connect(database)) {
            Given.postmaster(data).destroyForcibly();
            var deadline = Instant.now().plus(Duration.ofSeconds(10));
            while (!answers() && Instant.now().isBefore(deadline)) {
                Pause.millis(50);
            }

            assertThat(rows(database)).isEqualTo("1");
            assertThatThrownBy(() -> value(connection, "select 1"))
                    .isInstanceOf(SQLException.class);
        }
        database.close();
        assertThat(Given.processes(data)).isEmpty();
    }

    private boolean answers() {
        try {
            return rows(database).equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private EmbeddedDatabase start() {
        database = EmbeddedDatabase.start(data);
        return database;
    }

    private static String rows(EmbeddedDatabase database) throws SQLException {
        return value(database, "select count(*) from kept");
    }
}
