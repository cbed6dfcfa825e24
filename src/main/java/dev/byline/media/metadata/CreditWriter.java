package dev.byline.media.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the credit into finished JPEG, PNG and WebP files: XMP everywhere, IIM too in JPEG. Pixels
 * stay as they are; every other metadata goes.
 */
public final class CreditWriter {

    private CreditWriter() {}

    /** The file with these credits in place of whatever metadata it had. */
    public static byte[] embed(byte[] file, Credits credits) {
        throw new UnsupportedOperationException();
    }

    /** Writes the file with these credits to another path. */
    public static void embed(Path from, Path to, Credits credits) throws IOException {
        Files.write(to, embed(Files.readAllBytes(from), credits));
    }
}
