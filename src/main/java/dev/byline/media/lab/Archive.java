package dev.byline.media.lab;

import dev.byline.media.store.FileStore;
import dev.byline.media.store.MediaStore;
import dev.byline.media.store.MediaStore.Stored;
import dev.byline.platform.database.BylineConfig;
import dev.byline.platform.problem.DiskFull;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The files of media items in the store: what a transaction put there goes if it fails, what it
 * gave up goes when it is done.
 */
@ApplicationScoped
public class Archive {

    private static final Logger LOG = Logger.getLogger(Archive.class);
    private static final String ORIGINAL = "original";

    private final MediaStore store;

    @Inject Event<Made> made;
    @Inject Event<GivenUp> givenUp;

    @Inject
    Archive(BylineConfig config) throws IOException {
        store = new FileStore(config.mediaDir().orElse(config.dataDir().resolve("media")));
    }

    private record Made(List<String> keys) {}

    private record GivenUp(List<String> keys) {}

    /** Keeps the untouched file; the file itself is moved away. */
    public void keepOriginal(UUID media, Path file) {
        try {
            store.put(original(media), file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Keeps a rendition. */
    public void keep(UUID media, String name, byte[] bytes) {
        try {
            store.put(rendition(media, name), bytes);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Keeps a rendition, moving the file. */
    public void keep(UUID media, String name, Path file) {
        try {
            store.put(rendition(media, name), file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    public Optional<Stored> findOriginal(UUID media) {
        return find(original(media));
    }

    public Optional<Stored> find(UUID media, String name) {
        return find(rendition(media, name));
    }

    /** These files go if the present transaction fails. */
    public void unlessCommitted(UUID media, Collection<String> names) {
        made.fire(new Made(names.stream().map(name -> rendition(media, name)).toList()));
    }

    /** These files go when the present transaction is done. */
    public void giveUp(UUID media, Collection<String> names) {
        givenUp.fire(new GivenUp(names.stream().map(name -> rendition(media, name)).toList()));
    }

    /** The original goes when the present transaction is done. */
    public void giveUpOriginal(UUID media) {
        givenUp.fire(new GivenUp(List.of(original(media))));
    }

    /** Removes files at once, as far as that is possible; the sweep gets the rest. */
    public void remove(UUID media, Collection<String> names) {
        names.forEach(name -> remove(rendition(media, name)));
        remove(original(media));
    }

    void before(Instant moment, Consumer<MediaStore.Item> consumer) throws IOException {
        store.before(moment, consumer);
    }

    void remove(String key) {
        try {
            store.delete(key);
        } catch (IOException e) {
            LOG.warnf(e, "Can't remove %s; the sweep will try again", key);
        }
    }

    void failed(@Observes(during = TransactionPhase.AFTER_FAILURE) Made files) {
        files.keys().forEach(this::remove);
    }

    void done(@Observes(during = TransactionPhase.AFTER_SUCCESS) GivenUp files) {
        files.keys().forEach(this::remove);
    }

    private Optional<Stored> find(String key) {
        try {
            return store.find(key);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    static RuntimeException failed(IOException e) {
        Optional<ProblemException> full = DiskFull.problem(e);
        if (full.isPresent()) {
            LOG.error("The disk of the media directory is full");
            return full.get();
        }
        LOG.error("The media directory does not work", e);
        return Problem.UNAVAILABLE
                .because("The files can't be reached just now.")
                .with("Retry-After", 5);
    }

    private static String original(UUID media) {
        return "originals/" + media + "/" + ORIGINAL;
    }

    private static String rendition(UUID media, String name) {
        return "renditions/" + media + "/" + name;
    }
}
