package dev.byline.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files of the database cluster: made once, whole or not at all; settings at every start. */
final class Cluster {

    static final String NAME = "byline";

    /** Rewritten at every start, so that an edit never makes it less durable or less locked. */
    private static final String SETTINGS =
            """
            # Written by Byline at every start.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 30
            password_encryption = 'scram-sha-256'
            allow_alter_system = off
            cluster_name = 'byline'

            fsync = on
            synchronous_commit = on
            full_page_writes = on
            # Bounds the time of recovery after a crash
            max_wal_size = '256MB'

            # Small: two cores, little memory, few processes that can be orphaned
            shared_buffers = '64MB'
            huge_pages = off
            jit = off
            io_method = 'sync'
            max_parallel_workers_per_gather = 0

            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'

            # A file per weekday. What the server does, never a statement, parameter or value
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgresql-%%u.log'
            log_truncate_on_rotation = on
            log_rotation_age = '1d'
            log_rotation_size = 0
            log_file_mode = 0600
            log_min_messages = 'log'
            log_min_error_statement = 'panic'
            log_error_verbosity = 'terse'
            log_checkpoints = off
            log_autovacuum_min_duration = -1
            """;

    private static final String ACCESS =
            """
            # Written by Byline at every start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final DataDirectory data;

    Cluster(DataDirectory data) {
        this.data = data;
    }

    boolean exists() {
        return Files.exists(data.cluster());
    }

    /** Another major version cannot read the files, and without the password nobody gets in. */
    void known() throws IOException {
        if (!exists()) {
            return;
        }
        var version = Programs.read(data.cluster().resolve("PG_VERSION"));
        if (!version.equals(PostgresBinaries.MAJOR)) {
            throw new StartupRefused(
                    "The data in %s belong to PostgreSQL %s, this Byline brings %s: dump them with the old version and load them into a new BYLINE_DATA_DIR."
                            .formatted(
                                    data.cluster(),
                                    version.isEmpty() ? "(unknown)" : version,
                                    PostgresBinaries.MAJOR));
        }
        if (SecretFile.read(data.password()).isEmpty()) {
            throw new StartupRefused("The file " + data.password() + " is missing; restore it.");
        }
    }

    /** The draft gets its final name at the end: a crash on the way leaves nothing to repair. */
    void create(Programs programs) throws IOException {
        var draft = data.root().resolve("database.new");
        PostgresBinaries.delete(draft);
        SecretFile.readOrCreate(data.superuserPassword());
        check(
                programs.run(
                        "initdb",
                        "--pgdata=" + draft,
                        "--username=postgres",
                        "--pwfile=" + data.superuserPassword(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions"));
        // Single-user mode: there is no moment at which anybody else could connect
        check(
                programs.feed(
                        provisioning(SecretFile.readOrCreate(data.password())),
                        "postgres",
                        "--single",
                        "-D",
                        draft.toString(),
                        "-cexit_on_error=on",
                        "-clog_min_messages=fatal",
                        "-clog_min_error_statement=panic",
                        "postgres"));
        Files.move(draft, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
        SecretFile.force(data.root());
    }

    void configure(int port) throws IOException {
        replace("postgresql.conf", SETTINGS.formatted(port));
        replace("pg_hba.conf", ACCESS);
    }

    private static String provisioning(String password) {
        return """
            CREATE ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '%2$s'
            CREATE DATABASE %1$s OWNER %1$s
            REVOKE ALL ON DATABASE postgres FROM PUBLIC
            REVOKE ALL ON DATABASE template1 FROM PUBLIC
            """
                .formatted(NAME, password);
    }

    private void check(Programs.Result result) {
        if (result.failed()) {
            throw new StartupRefused(
                    "PostgreSQL could not make its files in "
                            + data.root()
                            + ": "
                            + result.reason());
        }
    }

    private void replace(String name, String text) throws IOException {
        Path draft = data.cluster().resolve(name + ".new");
        Files.write(draft, text.getBytes(UTF_8));
        Files.move(draft, data.cluster().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
