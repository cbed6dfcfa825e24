package dev.byline.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The directory that holds everything of one embedded database, locked by one Byline at a time. */
final class DataDirectory implements AutoCloseable {

    private static final Duration SAME_JVM_PATIENCE = Duration.ofSeconds(20);

    private final Path root;
    private final boolean runsAsRoot;
    private final FileChannel lock;

    private DataDirectory(Path root, boolean runsAsRoot, FileChannel lock) {
        this.root = root;
        this.runsAsRoot = runsAsRoot;
        this.lock = lock;
    }

    static DataDirectory open(Path directory) {
        var root = directory.toAbsolutePath().normalize();
        // pg_ctl hands its paths to a shell between double quotes
        if (root.toString().matches(".*[\"`$\n\r].*")) {
            throw new StartupRefused(
                    "The path of the data directory " + root + " must not hold \", ` or $.");
        }
        try {
            Files.createDirectories(root, SecretFile.ownerOnly("rwx------"));
            root = root.toRealPath();
            var probe = Files.createTempFile(root, ".probe", "");
            var user = userOf(probe);
            Files.delete(probe);
            var cluster = root.resolve("database");
            if (Files.exists(cluster) && userOf(cluster) != user) {
                throw new StartupRefused(
                        "The data directory "
                                + root
                                + " belongs to another user: start Byline as that user.");
            }
            return new DataDirectory(root, user == 0, lock(root));
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("database");
    }

    Path log() {
        return root.resolve("log");
    }

    Path superuserPassword() {
        return root.resolve("database-superuser-password");
    }

    Path password() {
        return root.resolve("database-password");
    }

    /** PostgreSQL refuses to run as root: see {@link Programs}. */
    boolean runsAsRoot() {
        return runsAsRoot;
    }

    static StartupRefused unusable(Path root, IOException e) {
        var reason = e.getMessage();
        if (e instanceof FileSystemException f) {
            // "AccessDeniedException" carries nothing but the path
            var kind = e.getClass().getSimpleName().replaceFirst("Exception$", "");
            reason =
                    f.getReason() != null
                            ? f.getReason()
                            : kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        }
        return new StartupRefused(
                "Byline cannot use its data directory "
                        + root
                        + " ("
                        + reason
                        + "): make it writable or choose another with BYLINE_DATA_DIR.",
                e);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock of " + root + " cannot be released", e);
        }
    }

    private static long userOf(Path path) throws IOException {
        return SecretFile.posix(path)
                ? ((Number) Files.getAttribute(path, "unix:uid")).longValue()
                : -1;
    }

    /** Released by the operating system when the process ends, however it ends. */
    private static FileChannel lock(Path root) throws IOException {
        var channel =
                FileChannel.open(
                        root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var deadline = Instant.now().plus(SAME_JVM_PATIENCE);
        while (true) {
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
                channel.close();
                throw inUse(root);
            } catch (OverlappingFileLockException e) {
                // A live reload: the old application of this JVM is still closing. The channel
                // stays open on refusal, because closing it would drop the JVM's lock as well.
                if (Instant.now().isAfter(deadline)) {
                    throw inUse(root);
                }
                Pause.millis(50);
            }
        }
    }

    private static StartupRefused inUse(Path root) {
        return new StartupRefused(
                "Another Byline is using the data directory "
                        + root
                        + ": stop it or choose another with BYLINE_DATA_DIR.");
    }
}
