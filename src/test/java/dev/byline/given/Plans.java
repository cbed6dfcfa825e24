package dev.byline.given;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.platform.database.SecretFile;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
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
    private final Map<Path, Long> lengths = new HashMap<>();
    private final StringBuilder unread = new StringBuilder();

    public Plans(AgroalDataSource pool) throws SQLException, IOException {
        this.pool = pool;
        for (Path file : files()) {
            lengths.put(file, Files.size(file));
        }
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
        renew();
    }

    /** Waits until the pool has no connection of before, which would not heed the settings. */
    private void renew() throws SQLException {
        String now = value("select clock_timestamp()");
        // Closes those in use when they are given back; this happens on another thread.
        pool.flush(FlushMode.GRACEFUL);
        // One stays: that by which the server hears of changes is not the pool's.
        String old =
                "select count(*) <= 1 from pg_stat_activity where usename = 'byline' and backend_start < '"
                        + now
                        + "'";
        until(() -> value(old).equals("t"), "The pool keeps old connections");
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
        before(mark());
        action.run();
        var plans = new ArrayList<Plan>();
        var entries = ENTRY.matcher(before(mark()));
        while (entries.find()) {
            plans.add(new Plan(entries.group(1)));
        }
        return plans;
    }

    // PostgreSQL's log collector reads one pipe: what was written before the mark stands before it.
    private String mark() throws SQLException {
        String mark = "mark " + UUID.randomUUID();
        execute("do $$ begin raise log '" + mark + "'; end $$");
        return mark;
    }

    /** Takes what was logged until the mark. */
    private String before(String mark) {
        until(
                () -> {
                    read();
                    return unread.indexOf(mark) >= 0;
                },
                "PostgreSQL's log does not tell of the mark");
        int end = unread.indexOf(mark);
        String before = unread.substring(0, end);
        unread.delete(0, end + mark.length());
        return before;
    }

    // Only what was added: the log of all tests is more than the heap holds.
    private void read() {
        for (Path file : files()) {
            long length = lengths.getOrDefault(file, 0L);
            try (var in = Files.newInputStream(file)) {
                in.skipNBytes(length);
                byte[] added = in.readAllBytes();
                // A line that is only begun may end within a character.
                int whole = added.length;
                while (whole > 0 && added[whole - 1] != '\n') {
                    whole--;
                }
                unread.append(new String(added, 0, whole, UTF_8));
                lengths.put(file, length + whole);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Path> files() {
        try (var files = Files.list(LOGS)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void until(Supplier<Boolean> condition, String otherwise) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise);
            }
            LockSupport.parkNanos(500_000);
        }
    }

    private String value(String sql) {
        try (var statement = superuser.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
        renew();
        superuser.close();
    }
}
