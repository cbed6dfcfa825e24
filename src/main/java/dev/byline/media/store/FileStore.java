package dev.byline.media.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.PathPart;

/**
 * Media in a folder, which several nodes may share: written beside, forced to the disk, then moved
 * into place in one step.
 */
public final class FileStore implements MediaStore {

    private static final String INCOMING = "incoming";

    // Keys are made here, never by clients; this holds even if one ever came through.
    private static final Pattern KEY = Pattern.compile("[a-z]+/[0-9a-f-]{36}/[0-9a-z.-]{1,80}");

    private final Path root;

    public FileStore(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        Files.createDirectories(incoming(root));
    }

    /** Where uploads arrive: beside the rest, so that they are moved and not copied. */
    public static Path incoming(Path root) {
        return root.resolve(INCOMING);
    }

    @Override
    public void put(String key, Path file) throws IOException {
        Path target = path(key);
        force(file);
        Files.createDirectories(target.getParent());
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // It arrived on another disk.
            Path copy = fresh();
            try {
                Files.copy(file, copy);
                force(copy);
                Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(copy);
            }
        }
        forceFolder(target.getParent());
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        Path file = fresh();
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
            put(key, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public Optional<Stored> find(String key) throws IOException {
        Path path = path(key);
        try {
            return Optional.of(new StoredFile(path, Files.size(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Path path = path(key);
        Files.deleteIfExists(path);
        // The item's own folder goes with its last file; the shards above stay.
        if (Files.isDirectory(path.getParent())) {
            try (var rest = Files.list(path.getParent())) {
                if (rest.findAny().isEmpty()) {
                    Files.deleteIfExists(path.getParent());
                }
            } catch (NoSuchFileException | java.nio.file.DirectoryNotEmptyException e) {
                // Another node was faster, or is just writing here.
            }
        }
    }

    @Override
    public void before(Instant moment, Consumer<Item> consumer) throws IOException {
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is)
                            throws IOException {
                        if (is.isRegularFile()
                                && is.lastModifiedTime().toInstant().isBefore(moment)) {
                            found(root.relativize(file), file, consumer);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    // Below incoming lies only what is on its way: if it is old, nobody waits for it any more.
    private static void found(Path relative, Path file, Consumer<Item> consumer)
            throws IOException {
        if (relative.getName(0).toString().equals(INCOMING)) {
            Files.deleteIfExists(file);
        } else if (relative.getNameCount() == 5) {
            String item = relative.getName(3).toString();
            consumer.accept(
                    new Item(relative.getName(0) + "/" + item + "/" + relative.getName(4), item));
        }
    }

    // Sharded by the last digits of the id, which are random; the first ones are the time.
    private Path path(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key of the media store");
        }
        String[] parts = key.split("/");
        String id = parts[1];
        return root.resolve(parts[0])
                .resolve(id.substring(34))
                .resolve(id.substring(32, 34))
                .resolve(id)
                .resolve(parts[2]);
    }

    private Path fresh() throws IOException {
        Files.createDirectories(incoming(root));
        return incoming(root).resolve(UUID.randomUUID().toString());
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    // Makes the move itself last; not every system can open a folder.
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows: its file system keeps names in a journal.
        }
    }

    private record StoredFile(Path path, long length) implements Stored {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public Object part(long from, long count) {
            return new PathPart(path, from, count);
        }
    }
}
