package dev.byline.media.metadata;

import dev.byline.media.metadata.Attribution.Creator;
import dev.byline.media.metadata.format.Jpeg;
import dev.byline.media.metadata.format.Png;
import dev.byline.media.metadata.format.Webp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the credit into finished JPEG, PNG and WebP files: XMP everywhere, IIM too in JPEG. Pixels
 * and colour profile stay as they are; every other metadata goes.
 */
public final class CreditWriter {

    private static final int[] LENGTHS = {Embedded.MAX_CAPTION, 1_000, 200};

    private CreditWriter() {}

    /**
     * The file with these credits in place of whatever metadata it had; the same credits always
     * make the same bytes. Throws when it is no well-formed JPEG, PNG or WebP.
     */
    public static byte[] embed(byte[] file, Credits credits) throws IOException {
        try {
            if (starts(file, 0, "\u00ff\u00d8\u00ff")) {
                return Jpeg.write(file, packet(credits), iim(credits));
            }
            if (starts(file, 1, "PNG")) {
                return Png.write(file, packet(credits));
            }
            if (starts(file, 0, "RIFF") && starts(file, 8, "WEBP")) {
                return Webp.write(file, packet(credits));
            }
        } catch (ArithmeticException e) {
            throw new IOException("A block larger than the file", e);
        }
        throw new IOException("Neither JPEG nor PNG nor WebP");
    }

    /** Writes the file with these credits to another path. */
    public static void embed(Path from, Path to, Credits credits) throws IOException {
        Files.write(to, embed(Files.readAllBytes(from), credits));
    }

    /** As much of each text as fits into one segment of a JPEG: nearly always all of it. */
    private static byte[] packet(Credits credits) {
        byte[] packet = {};
        for (int longest : LENGTHS) {
            packet = XmpWriter.packet(credits, longest);
            if (packet.length <= Jpeg.MAX_XMP) {
                break;
            }
        }
        return packet;
    }

    private static byte[] iim(Credits credits) {
        Attribution attribution = credits.attribution();
        Iim.Writer iim = new Iim.Writer();
        for (Creator creator : attribution.creators()) {
            iim.add(Iim.CREATOR, creator.name());
        }
        if (!attribution.creators().isEmpty()) {
            iim.add(Iim.CREATOR_ROLE, attribution.creators().get(0).role());
        }
        return iim.add(Iim.HEADLINE, credits.headline())
                .add(Iim.CREDIT, CreditLine.of(attribution))
                .add(Iim.SOURCE, attribution.source())
                .add(Iim.COPYRIGHT, attribution.copyrightNotice())
                .add(Iim.CAPTION, credits.caption())
                .bytes();
    }

    private static boolean starts(byte[] file, int from, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (from + i >= file.length || (file[from + i] & 0xff) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
