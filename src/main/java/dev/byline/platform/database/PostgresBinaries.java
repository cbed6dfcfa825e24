package dev.byline.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once into {@code postgresql/<version>} of the data directory. */
final class PostgresBinaries {

    /** The same as {@code postgresql.binaries.version} in pom.xml; a test compares them. */
    static final String VERSION = "18.3.0";

    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks below {@code root}, unless that was done before. */
    static PostgresBinaries in(Path root) throws IOException {
        return in(root, resource());
    }

    static PostgresBinaries in(Path root, String resource) throws IOException {
        var all = root.resolve("postgresql");
        var home = all.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            var draft = all.resolve(".unpacking");
            delete(draft);
            Files.createDirectories(draft, SecretFile.ownerOnly("rwx------"));
            try (var archive = PostgresBinaries.class.getResourceAsStream("/" + resource)) {
                if (archive == null) {
                    throw new StartupRefused(
                            "Byline brings no PostgreSQL for this system ("
                                    + resource
                                    + "): set QUARKUS_DATASOURCE_JDBC_URL to a database.");
                }
                unpack(archive, draft);
            }
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            SecretFile.force(all);
        }
        return new PostgresBinaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(windows() ? name + ".exe" : name);
    }

    /** Every version's programs of this data directory, and nobody else's, lie here. */
    Path all() {
        return home.getParent();
    }

    /** Frees the space of the versions before this one. */
    void deleteOthers() throws IOException {
        try (var versions = Files.list(all())) {
            for (var version : versions.filter(other -> !other.equals(home)).toList()) {
                delete(version);
            }
        }
    }

    static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    static String resource() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = windows() ? "windows" : os.startsWith("mac") ? "darwin" : os;
        var machine =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> System.getProperty("os.arch");
                };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    static void unpack(InputStream archive, Path target) throws IOException {
        // Links come last, so that no file is ever written through one.
        var links = new LinkedHashMap<Path, String>();
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var path = inside(target, target.resolve(entry.getName()), entry);
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    links.put(path, entry.getLinkName());
                    inside(target, path.resolveSibling(entry.getLinkName()), entry);
                } else if (entry.isFile()) {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    finish(path, entry.getMode());
                } else {
                    throw new IOException("unexpected kind of entry: " + entry.getName());
                }
            }
        }
        for (var link : links.entrySet()) {
            Files.createDirectories(link.getKey().getParent());
            Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
        }
    }

    private static Path inside(Path target, Path path, TarArchiveEntry entry) throws IOException {
        var normal = path.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        return normal;
    }

    /** On the disk before the directory gets its final name: a power cut leaves no hollow files. */
    private static void finish(Path file, int mode) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        if (SecretFile.posix(file)) {
            var permissions = (mode & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
