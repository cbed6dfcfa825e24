package dev.byline.media.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the bytes of media are. A key has folders ({@code originals/…}, {@code renditions/…}); what
 * is put under one is there whole or not at all, and never changes.
 */
public interface MediaStore {

    /** Keeps a file under a key; the file itself may be gone afterwards. */
    void put(String key, Path file) throws IOException;

    /** Keeps bytes under a key. */
    void put(String key, byte[] bytes) throws IOException;

    /** What is kept under a key. */
    Optional<Stored> find(String key) throws IOException;

    /** Forgets what is kept under a key; nothing happens when there is nothing. */
    void delete(String key) throws IOException;

    /** Calls for each key that was put before a moment, in groups of the same media item. */
    void before(Instant moment, Consumer<Item> consumer) throws IOException;

    /** Something that is kept. */
    interface Stored {

        long length();

        InputStream open() throws IOException;

        /** A part of it as the HTTP layer sends it, without a thread that waits for the client. */
        Object part(long from, long length);
    }

    /** One key, and the folder of the media item that it belongs to. */
    record Item(String key, String item) {}
}
