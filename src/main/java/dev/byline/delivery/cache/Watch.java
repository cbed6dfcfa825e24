package dev.byline.delivery.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.delivery.reply.SurrogateKeys;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens on a connection of its own for what commits make stale, on whatever node, and keeps the
 * time of the gates.
 */
@ApplicationScoped
class Watch implements Runnable {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final int BEAT_MILLIS = 1000;
    private static final long BETWEEN_BEATS_NANOS = 200_000_000L;
    private static final int PAUSE_MILLIS = 250;
    private static final String GATE = "gate:";
    private static final Set<String> NOBODY_THERE = Set.of("08001", "08006", "57P01", "57P03");
    private static final int MOST_OWN = 1000;
    private static final long CLEAN_NANOS = 60_000_000_000L;

    private static final String BEAT =
            """
            select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint),
                   cast(pg_snapshot_xmin(pg_current_snapshot()) as text)""";

    private static final String MISSED =
            "select distinct key from stale_key where xid >= cast(? as xid8)";

    private static final String NEXT_GATE =
            "select cast(extract(epoch from next_gate(clock_timestamp())) * 1000000 as bigint)";

    private static final String CLEAN =
            "delete from stale_key where at < statement_timestamp() - interval '15 minutes'";

    @Inject Line line;
    @Inject Copies copies;
    @Inject Trust trust;
    @Inject Purges purges;
    @Inject CacheConfig config;

    private final Set<String> own =
            Collections.newSetFromMap(
                    Caffeine.newBuilder().maximumSize(MOST_OWN).<String, Boolean>build().asMap());

    private volatile boolean over;
    private volatile Connection open;
    private Thread thread;

    // The oldest transaction that may end after the last beat.
    private String from;
    private long beatenAt = System.nanoTime();
    private long cleanedAt = System.nanoTime();

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread = new Thread(this, "byline-cache-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws SQLException {
        over = true;
        if (thread != null) {
            thread.interrupt();
            Connection last = open;
            if (last != null) {
                last.abort(Runnable::run);
            }
        }
    }

    @Override
    public void run() {
        while (!over) {
            try (Connection connection = line.open()) {
                open = connection;
                listen(connection);
            } catch (SQLException e) {
                lost(e);
            } catch (RuntimeException e) {
                LOG.error("The cache's listener failed", e);
                trust.lost();
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen byline_stale");
        }
        catchUp(connection);
        PGConnection wire = connection.unwrap(PGConnection.class);
        while (!over) {
            read(wire.getNotifications(trust.untilGate(BEAT_MILLIS)));
            // Under a flood of writes something comes all the time; a beat now and then will do.
            if (System.nanoTime() - beatenAt > BETWEEN_BEATS_NANOS) {
                beat(connection);
                read(wire.getNotifications());
            }
            if (trust.passed()) {
                pass(connection);
            }
            clean(connection);
        }
    }

    // Without a known beginning nothing from before is here either: a new node, or one that gave
    // up.
    private void catchUp(Connection connection) throws SQLException {
        if (from == null) {
            copies.invalidate(List.of(SurrogateKeys.EVERYTHING));
        } else {
            List<String> missed = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(MISSED)) {
                statement.setString(1, from);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        missed.add(rows.getString(1));
                    }
                }
            }
            apply(missed);
        }
        trust.nextGate(nextGate(connection));
        beat(connection);
    }

    private void read(PGNotification[] told) {
        if (told != null && told.length > 0) {
            List<String> keys = new ArrayList<>();
            for (PGNotification one : told) {
                String[] parts = one.getParameter().split(" ", 2);
                // A gate that came while the next one was being read must not be lost.
                if (!own.contains(parts[0]) || parts[1].startsWith(GATE)) {
                    keys.add(parts[1]);
                }
            }
            apply(keys);
        }
    }

    /** A transaction of this node, whose keys were applied before its reply went out. */
    void done(String transaction) {
        if (transaction != null) {
            own.add(transaction);
        }
    }

    /** Drops what these keys name here and in front, and notes the gates among them. */
    void apply(List<String> keys) {
        List<String> names = drop(keys);
        if (!names.isEmpty()) {
            purges.send(names);
        }
    }

    /** Drops what these keys name, and notes the gates among them; the keys that name something. */
    List<String> drop(List<String> keys) {
        List<String> names = new ArrayList<>();
        for (String key : keys) {
            if (key.startsWith(GATE)) {
                trust.gate(Long.parseLong(key.substring(GATE.length())));
            } else {
                names.add(key);
            }
        }
        if (!names.isEmpty()) {
            copies.invalidate(names);
        }
        return names;
    }

    // Whatever was committed before the answer has been sent before it.
    private void beat(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, BEAT_MILLIS);
        long asked = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BEAT)) {
            row.next();
            long answered = System.nanoTime();
            long clock = row.getLong(1);
            read(connection.unwrap(PGConnection.class).getNotifications());
            trust.heard(asked, answered, clock);
            from = row.getString(2);
            beatenAt = answered;
        }
        connection.setNetworkTimeout(Runnable::run, Line.PATIENCE_MILLIS);
    }

    private void pass(Connection connection) throws SQLException {
        long next = nextGate(connection);
        apply(List.of(SurrogateKeys.EVERYTHING));
        trust.nextGate(next);
    }

    private static long nextGate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEXT_GATE)) {
            row.next();
            long gate = row.getLong(1);
            return row.wasNull() ? Trust.NO_GATE : gate;
        }
    }

    // Who was away for longer than the rows stay begins anew.
    private void clean(Connection connection) throws SQLException {
        if (System.nanoTime() - cleanedAt > CLEAN_NANOS) {
            cleanedAt = System.nanoTime();
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(CLEAN);
            }
        }
    }

    private void lost(SQLException e) {
        if (over) {
            return;
        }
        boolean connected = open != null;
        open = null;
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        // Until the pool has been asked the lease goes on: it tells from when nothing is known.
        boolean silent = NOBODY_THERE.contains(state) && !line.poolAnswers();
        if (connected) {
            LOG.warnf("The cache lost the database: %s", e.getMessage());
        } else if (!silent) {
            LOG.warnf("The cache can't reach the database: %s", e.getMessage());
        }
        if (silent) {
            trust.down();
        } else {
            trust.lost();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            over = true;
        }
    }
}
