package dev.byline.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** A PostgreSQL of Byline's own, durable and locked, that lives as long as the application. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private static final long WATCH_MILLIS = 200;

    private final DataDirectory data;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private final String password;
    private final int port;
    private boolean closed;

    private EmbeddedDatabase(DataDirectory data) throws IOException {
        this.data = data;
        cluster = new Cluster(data);
        cluster.known();
        var programs = new Programs(data);
        postmaster = new Postmaster(data, programs);
        postmaster.endLeftovers();
        programs.binaries().deleteOthers();
        if (!cluster.exists()) {
            cluster.create(programs);
        }
        password = SecretFile.readOrCreate(data.password());
        port = postmaster.start(cluster, EmbeddedDatabase::freePort);
    }

    /**
     * Makes what is missing, repairs what a crash left and starts.
     *
     * @throws StartupRefused when this cannot be done safely
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        var data = DataDirectory.open(dataDirectory);
        try {
            var database = new EmbeddedDatabase(data);
            database.watch();
            return database;
        } catch (IOException e) {
            data.close();
            throw DataDirectory.unusable(data.root(), e);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME + "?sslmode=disable";
    }

    public String username() {
        return Cluster.NAME;
    }

    public String password() {
        return password;
    }

    /** Stops the server and waits until it has ended; the data stay. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            postmaster.stop();
        } catch (IOException | StartupRefused e) {
            LOG.error("PostgreSQL was not stopped cleanly", e);
        } finally {
            data.close();
        }
    }

    /** Without this a killed server would stay away until Byline is started again. */
    private void watch() {
        var watcher =
                new Thread(
                        () -> {
                            while (restarted()) {
                                Pause.millis(WATCH_MILLIS);
                            }
                        },
                        "postgresql-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private synchronized boolean restarted() {
        if (closed) {
            return false;
        }
        if (!postmaster.alive()) {
            LOG.warn("PostgreSQL has ended, starting it again");
            try {
                postmaster.start(cluster, () -> port);
            } catch (IOException | StartupRefused e) {
                LOG.errorf("PostgreSQL did not start again: %s", e.getMessage());
            }
        }
        return true;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupRefused("No free port on 127.0.0.1 for PostgreSQL.", e);
        }
    }
}
