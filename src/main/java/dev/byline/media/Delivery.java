package dev.byline.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.media.lab.Archive;
import dev.byline.media.lab.Developed;
import dev.byline.media.lab.Lab;
import dev.byline.media.lab.Rendition;
import dev.byline.media.metadata.Credits;
import dev.byline.media.metadata.Embedded;
import dev.byline.media.rendition.Header;
import dev.byline.platform.entity.Aggregate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Takes in files that say all of themselves, outside a request: the same inspection, renditions and
 * rows as an upload's. Runs in the caller's transaction, whose failure removes the files again.
 */
@ApplicationScoped
public class Delivery {

    @Inject Lab lab;
    @Inject Archive archive;
    @Inject Media.Repo media;
    @Inject ObjectMapper mapper;

    /** Inspects the file and makes its renditions; the file itself is moved away. */
    public UUID take(Path file, String name, String by) {
        Received received = prepare(file, name);
        archive.unlessCommitted(
                received.id(),
                received.developed().renditions().stream().map(Rendition::name).toList());
        Media item = Media.of(received, by, media.now());
        item.write(MediaInput.NOTHING, json(), media.now());
        media.persistAndFlush(item);
        return item.id();
    }

    private Received prepare(Path file, String name) {
        try {
            UUID id = Aggregate.newId();
            Header header = lab.inspect(file);
            Embedded embedded = Embedded.read(file);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            Media draft = new Media();
            draft.describe(embedded, MediaInput.NOTHING);
            Credits credits = draft.credits();
            Developed developed =
                    lab.develop(
                            id,
                            file,
                            header,
                            embedded.orientation(),
                            credits,
                            draft.focalPoint().focus());
            archive.keepOriginal(id, file);
            return new Received(id, hash, name, MediaInput.NOTHING, null, embedded, developed);
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s can't be read".formatted(name), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private String json() {
        try {
            return mapper.writeValueAsString(MediaInput.NOTHING);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A write record can't be written as JSON", e);
        }
    }
}
