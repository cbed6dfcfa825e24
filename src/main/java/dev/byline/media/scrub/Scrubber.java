package dev.byline.media.scrub;

import dev.byline.media.rendition.Format;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Blanks what video, sound and PDF files tell of their makers: names, places, devices, dates,
 * covers. Nothing moves, so that the offsets inside stay right, and no more than a window of the
 * file is in memory.
 */
public final class Scrubber {

    private Scrubber() {}

    /** Scrubs the file in place; what can't be understood stays as it is. */
    public static void scrub(Path path, Format format) throws IOException {
        try (Tape tape = new Tape(path)) {
            switch (format) {
                case MP4, QUICKTIME, M4A -> Boxes.scrub(tape);
                case WEBM -> Ebml.scrub(tape);
                case WAV -> Riff.scrub(tape);
                case FLAC -> Flac.scrub(tape, 0);
                case MP3 -> Mp3.scrub(tape);
                case OGG -> Ogg.scrub(tape);
                case PDF -> new Pdf(tape).scrub();
                case JPEG, PNG, GIF, WEBP, TIFF ->
                        throw new IllegalArgumentException("Pictures are made anew");
            }
        }
    }
}
