package dev.byline.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;

/** A one-line file that only its owner may read: passwords, the master secret, the admin key. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * The line in the file; made from 32 random bytes (64 hex digits) when there is no file yet.
     */
    public static String readOrCreate(Path file) {
        return read(file)
                .orElseGet(
                        () -> {
                            var line = random();
                            write(file, line);
                            return line;
                        });
    }

    public static Optional<String> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var line = Files.readString(file).strip();
            if (line.isEmpty()) {
                throw new StartupRefused("The file " + file + " is empty; restore it.");
            }
            return Optional.of(line);
        } catch (IOException e) {
            throw new StartupRefused("The file " + file + " cannot be read.", e);
        }
    }

    /** Whole or not at all, and on the disk when this returns: what it opens must stay readable. */
    public static void write(Path file, String line) {
        var directory = file.toAbsolutePath().getParent();
        try {
            var draft = Files.createTempFile(directory, ".secret", "", ownerOnly("rw-------"));
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((line + System.lineSeparator()).getBytes(UTF_8)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            force(directory);
        } catch (IOException e) {
            throw new StartupRefused("The file " + file + " cannot be written.", e);
        }
    }

    /** Makes a rename in this directory survive a power cut; Windows has no such call. */
    static void force(Path directory) throws IOException {
        if (posix(directory)) {
            try (var channel = FileChannel.open(directory, EnumSet.of(StandardOpenOption.READ))) {
                channel.force(true);
            }
        }
    }

    static FileAttribute<?>[] ownerOnly(String permissions) {
        return posix(Path.of("."))
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
