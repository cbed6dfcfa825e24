package dev.byline.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** What the tests of the embedded database need: directories, connections, other JVMs. */
final class Given {

    private Given() {}

    /** A second Byline, as far as the database is concerned. */
    record OtherJvm(Process process, BufferedReader output) implements AutoCloseable {

        static OtherJvm on(Path data) throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var process =
                    new ProcessBuilder(
                                    java,
                                    "-Xmx64m",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Given.class.getName(),
                                    data.toString())
                            .redirectErrorStream(true)
                            .start();
            return new OtherJvm(process, process.inputReader());
        }

        /** Its JDBC URL, or why it was refused. */
        String answer() throws IOException {
            return output.readLine();
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
        }
    }

    /** Starts the embedded database and holds it until it is killed. */
    public static void main(String... args) throws InterruptedException {
        try {
            System.out.println(EmbeddedDatabase.start(Path.of(args[0])).jdbcUrl());
            Thread.sleep(60_000);
        } catch (StartupRefused e) {
            System.out.println(e.getMessage());
        }
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
    }

    static String value(EmbeddedDatabase database, String query) throws SQLException {
        try (var connection = connect(database)) {
            return value(connection, query);
        }
    }

    static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static ProcessHandle postmaster(Path data) throws IOException {
        var pid = Files.readAllLines(data.resolve("database/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** The server and all that it started, as long as they live. */
    static List<ProcessHandle> processes(Path data) throws IOException {
        var programs = data.toRealPath().resolve("postgresql");
        return ProcessHandle.allProcesses()
                .filter(
                        other ->
                                other.info()
                                        .command()
                                        .map(Path::of)
                                        .map(path -> path.startsWith(programs))
                                        .orElse(false))
                .toList();
    }
}
