package dev.byline.platform.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's programs, unpacked once for all tests that are not about that: it takes as long as
 * starting the application.
 */
public final class Unpacked {

    private static final Path ONCE = Path.of("target", "test-postgresql");

    private Unpacked() {}

    /** Puts them into a data directory that has none, where unpacking would have put them. */
    public static synchronized void into(Path data) {
        Path programs = data.resolve("postgresql");
        if (Files.exists(programs)) {
            return;
        }
        try {
            Files.createDirectories(ONCE);
            // The other half of the tests begins at the same time.
            try (var channel = FileChannel.open(ONCE.resolve("lock"), CREATE, WRITE)) {
                channel.lock();
                PostgresBinaries.in(ONCE);
            }
            Files.createDirectories(data, SecretFile.ownerOnly("rwx------"));
            // Half a copy must not look like a whole one.
            Path draft = data.resolve("postgresql.new");
            PostgresBinaries.delete(draft);
            copy(ONCE.resolve("postgresql"), draft);
            Files.move(draft, programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path));
                Files.copy(path, copy, COPY_ATTRIBUTES, NOFOLLOW_LINKS);
            }
        }
    }
}
