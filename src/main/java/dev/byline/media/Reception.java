package dev.byline.media;

import dev.byline.media.lab.Archive;
import dev.byline.media.lab.Developed;
import dev.byline.media.lab.Lab;
import dev.byline.media.lab.Rendition;
import dev.byline.media.metadata.Embedded;
import dev.byline.media.rendition.Header;
import dev.byline.platform.entity.Aggregate;
import dev.byline.platform.secret.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Looks at a file that came in and makes all its renditions, whoever brought it. */
@ApplicationScoped
class Reception {

    @Inject Lab lab;
    @Inject Archive archive;
    @Inject Media.Repo media;

    /**
     * What the file is and holds; where its content is known already, nothing is made. The file
     * itself is moved away. {@code typed} is the write record that came with it, or null.
     */
    Received receive(Path file, String name, MediaInput input, String typed) {
        // First, for it is cheap: what is refused costs neither a look at all of it nor at the
        // database.
        Header header = lab.inspect(file);
        byte[] hash = hash(file);
        UUID id = Aggregate.newId();
        boolean known =
                QuarkusTransaction.requiringNew().call(() -> media.withContent(hash).isPresent());
        if (known) {
            return new Received(id, hash, name, input, typed, Embedded.NOTHING, null);
        }
        Embedded embedded = embedded(file);
        Developed developed = develop(id, file, header, embedded, input);
        return new Received(id, hash, name, input, typed, embedded, developed);
    }

    /** Removes what was made. */
    void discard(Received received) {
        discard(received.id(), received.developed());
    }

    private Developed develop(
            UUID id, Path file, Header header, Embedded embedded, MediaInput input) {
        Media draft = new Media();
        draft.describe(embedded, input);
        Developed developed =
                lab.develop(
                        id,
                        file,
                        header,
                        embedded.orientation(),
                        draft.credits(),
                        draft.focalPoint().focus());
        try {
            archive.keepOriginal(id, file);
            return developed;
        } catch (RuntimeException e) {
            discard(id, developed);
            throw e;
        }
    }

    private void discard(UUID id, Developed developed) {
        archive.remove(id, developed.renditions().stream().map(Rendition::name).toList());
    }

    private static Embedded embedded(Path file) {
        try {
            return Embedded.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hash(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return Sha256.of(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
