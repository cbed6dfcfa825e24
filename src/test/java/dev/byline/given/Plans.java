package dev.byline.given;

import dev.byline.platform.database.SecretFile;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The plans that PostgreSQL itself says it followed: auto_explain writes them into its log, for all
 * connections of the pool, until this is closed.
 */
public final class Plans implements AutoCloseable {

    private static final Path LOGS = TestDatabase.DATA.resolve("log");
    private static final Pattern ENTRY =
            Pattern.compile("duration: [0-9.]+ ms {2}plan:\n((?:\t[^\n]*\n)+)");
    private static final Pattern BUFFERS =
            Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    // A sort, and the rows of what is below it.
    private static final Pattern SORTED =
            Pattern.compile("Sort Method: [\\s\\S]*?actual rows=([0-9.]+)");

    private final AgroalDataSource pool;
    private final Connection superuser;

    public Plans(AgroalDataSource pool) throws SQLException, IOException {
        this.pool = pool;
        String url;
        try (var connection = pool.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        var password =
                SecretFile.read(TestDatabase.DATA.resolve("database-superuser-password"))
                        .orElseThrow();
        superuser = DriverManager.getConnection(url, "postgres", password);
        execute(
                "alter role byline set session_preload_libraries = 'auto_explain'",
                "alter role byline set auto_explain.log_min_duration = 0",
                "alter role byline set auto_explain.log_analyze = on",
                "alter role byline set auto_explain.log_timing = off",
                "alter role byline set auto_explain.log_buffers = on");
        pool.flush(FlushMode.ALL);
    }

    /** One statement with its plan, as auto_explain writes them. */
    public record Plan(String text) {

        /** How many pages of shared memory it touched. */
        public int buffers() {
            var found = BUFFERS.matcher(text);
            return found.find() ? number(found.group(1)) + number(found.group(2)) : 0;
        }

        /** How many rows were sorted at once: close to an end of a list, the few that are left. */
        public double mostSorted() {
            var sorts = SORTED.matcher(text);
            double most = 0;
            while (sorts.find()) {
                most = Math.max(most, Double.parseDouble(sorts.group(1)));
            }
            return most;
        }

        private static int number(String text) {
            return text == null ? 0 : Integer.parseInt(text);
        }
    }

    /** The plans of what the pool's connections did during the action. */
    public List<Plan> during(Runnable action) throws SQLException, IOException {
        String before = mark();
        action.run();
        String after = mark();
        String log = log();
        var plans = new ArrayList<Plan>();
        var entries = ENTRY.matcher(log.substring(log.indexOf(before), log.indexOf(after)));
        while (entries.find()) {
            plans.add(new Plan(entries.group(1)));
        }
        return plans;
    }

    // PostgreSQL's log collector reads one pipe: what was written before the mark stands before it.
    private String mark() throws SQLException, IOException {
        String mark = "mark " + UUID.randomUUID();
        execute("do $$ begin raise log '" + mark + "'; end $$");
        until(() -> log().contains(mark));
        return mark;
    }

    private static String log() {
        var all = new StringBuilder();
        try (var files = Files.list(LOGS)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all.toString();
    }

    private static void until(Supplier<Boolean> condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("PostgreSQL's log does not tell of the mark");
            }
            Thread.onSpinWait();
        }
    }

    private void execute(String... sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        execute("alter role byline reset all");
        superuser.close();
        pool.flush(FlushMode.ALL);
    }
}
