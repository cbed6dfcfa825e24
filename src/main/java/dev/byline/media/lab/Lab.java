package dev.byline.media.lab;

import dev.byline.media.metadata.CreditWriter;
import dev.byline.media.metadata.Credits;
import dev.byline.media.rendition.Darkroom;
import dev.byline.media.rendition.Focus;
import dev.byline.media.rendition.Header;
import dev.byline.media.rendition.Limits;
import dev.byline.media.rendition.Recipe;
import dev.byline.media.rendition.Refused;
import dev.byline.media.scrub.Scrubber;
import dev.byline.media.store.MediaStore.Stored;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes the files that the public gets, each with its credit inside, and puts them away. */
@ApplicationScoped
public class Lab {

    // What the rest of the application lives on. Half of what remains is for decoded pictures,
    // half for what is made of them.
    private static final long OTHERS = 96L << 20;
    private static final long LEAST = 16L << 20;

    // What was taken once is taken again, whatever the limits are by now.
    private static final Limits UNLIMITED = new Limits(Long.MAX_VALUE, Long.MAX_VALUE);

    private final Archive archive;
    private final Names names;
    private final Limits limits;
    private final Darkroom darkroom;
    private final Slots slots;

    Lab(Archive archive, Names names, MediaConfig config) {
        this.archive = archive;
        this.names = names;
        limits = new Limits(config.maxPixels(), config.maxPixelsCostly());
        int workers =
                Math.max(
                        1, config.workers().orElse(Runtime.getRuntime().availableProcessors() / 2));
        slots = new Slots(workers, config.queue());
        darkroom =
                new Darkroom(
                        new Recipe(
                                config.widths(),
                                config.squareWidths(),
                                config.wideWidths(),
                                config.jpegQuality() / 100f,
                                config.webpQuality() / 100f,
                                config.webpEffort()),
                        memory(workers));
    }

    private static long memory(int workers) {
        long heap = Runtime.getRuntime().maxMemory() - OTHERS;
        return Math.max(LEAST, heap / 2 / workers);
    }

    /** Looks into the file; what is not taken is a problem. */
    public Header inspect(Path file) {
        try {
            return Header.read(file, limits);
        } catch (Refused e) {
            throw problem(e);
        } catch (IOException e) {
            throw Archive.failed(e);
        }
    }

    /** Makes the first set of files of a media item; none of them stays when this fails. */
    public Developed develop(
            UUID media, Path file, Header header, int orientation, Credits credits, Focus focus) {
        List<Rendition> made = new ArrayList<>();
        try {
            long bytes = Files.size(file);
            if (!header.format().picture()) {
                made.add(plain(media, file, header));
                return new Developed(header, bytes, null, made);
            }
            Darkroom.Look look =
                    slots.take(
                            () ->
                                    darkroom.develop(
                                            file,
                                            header,
                                            orientation,
                                            focus,
                                            tray(media, 1, credits, made)));
            return new Developed(header, bytes, look, made);
        } catch (Refused e) {
            discard(media, made);
            throw problem(e);
        } catch (IOException e) {
            discard(media, made);
            throw Archive.failed(e);
        } catch (RuntimeException e) {
            discard(media, made);
            throw e;
        }
    }

    /** Makes the crops anew around another focus; the whole pictures stay. */
    public List<Rendition> recrop(
            UUID media, int edition, int orientation, Credits credits, Focus focus) {
        List<Rendition> made = new ArrayList<>();
        Path copy = null;
        try {
            copy = Files.createTempFile("byline", null);
            try (InputStream original = archive.findOriginal(media).orElseThrow(Lab::lost).open()) {
                Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Path file = copy;
            Header header = Header.read(file, UNLIMITED);
            slots.take(
                    () -> {
                        darkroom.recrop(
                                file,
                                header,
                                orientation,
                                focus,
                                tray(media, edition, credits, made));
                        return null;
                    });
            return made;
        } catch (Refused e) {
            discard(media, made);
            throw problem(e);
        } catch (IOException e) {
            discard(media, made);
            throw Archive.failed(e);
        } finally {
            delete(copy);
        }
    }

    /** Writes other credits into the same pixels, under new names. */
    public List<Rendition> recredit(
            UUID media, int edition, List<Rendition> present, Credits credits) {
        List<Rendition> made = new ArrayList<>();
        for (Rendition old : present) {
            Stored stored = archive.find(media, old.name()).orElseThrow(Lab::lost);
            try (InputStream bytes = stored.open()) {
                byte[] file = CreditWriter.embed(bytes.readAllBytes(), credits);
                String name = names.of(media, edition, old.key());
                archive.keep(media, name, file);
                made.add(
                        new Rendition(
                                old.key(),
                                name,
                                old.width(),
                                old.height(),
                                old.mimeType(),
                                file.length));
            } catch (IOException e) {
                discard(media, made);
                throw Archive.failed(e);
            }
        }
        return made;
    }

    private Darkroom.Tray tray(UUID media, int edition, Credits credits, List<Rendition> made) {
        return (key, width, height, mimeType, bytes) -> {
            byte[] file = CreditWriter.embed(bytes, credits);
            String name = names.of(media, edition, key);
            made.add(new Rendition(key, name, width, height, mimeType, file.length));
            archive.keep(media, name, file);
        };
    }

    // Video, sound and documents: the file, as far as possible without what it tells of its maker.
    private Rendition plain(UUID media, Path file, Header header) throws IOException {
        String key = "file." + header.format().extension();
        String name = names.of(media, 1, key);
        Path copy = Files.createTempFile(file.toAbsolutePath().getParent(), "plain", null);
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Scrubber.scrub(copy, header.format());
            long bytes = Files.size(copy);
            archive.keep(media, name, copy);
            return new Rendition(key, name, null, null, header.format().mimeType(), bytes);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void discard(UUID media, List<Rendition> made) {
        archive.remove(media, made.stream().map(Rendition::name).toList());
    }

    private static void delete(Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            // The system's own temporary folder.
        }
    }

    private static IllegalStateException lost() {
        return new IllegalStateException(
                "A file of a media item is missing in the media directory");
    }

    private static ProblemException problem(Refused e) {
        return switch (e.reason()) {
            case UNSUPPORTED -> Problem.UNSUPPORTED_FILE.because(e.getMessage());
            case BROKEN -> Problem.BROKEN_FILE.because(e.getMessage());
            case TOO_LARGE -> Problem.TOO_MANY_PIXELS.because(e.getMessage());
        };
    }
}
