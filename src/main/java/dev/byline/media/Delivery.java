package dev.byline.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.media.lab.Archive;
import dev.byline.media.lab.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Takes in files that say all of themselves, outside a request: the same inspection, renditions and
 * rows as an upload's. Runs in the caller's transaction, whose failure removes the files again.
 */
@ApplicationScoped
public class Delivery {

    @Inject Reception reception;
    @Inject Archive archive;
    @Inject Media.Repo media;
    @Inject ObjectMapper mapper;

    /** Inspects the file and makes its renditions; the file itself is moved away. */
    public UUID take(Path file, String name, String by) {
        Received received = reception.receive(file, name, MediaInput.NOTHING, null);
        if (received.developed() == null) {
            return media.withContent(received.sha256()).orElseThrow().id();
        }
        archive.unlessCommitted(
                received.id(),
                received.developed().renditions().stream().map(Rendition::name).toList());
        Media item = Media.of(received, by, media.now());
        item.write(MediaInput.NOTHING, json(), media.now());
        media.persistAndFlush(item);
        return item.id();
    }

    private String json() {
        try {
            return mapper.writeValueAsString(MediaInput.NOTHING);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A write record can't be written as JSON", e);
        }
    }
}
