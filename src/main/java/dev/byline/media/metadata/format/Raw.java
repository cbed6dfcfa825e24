package dev.byline.media.metadata.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The metadata blocks of a file as they stand in it: an XMP packet, an IIM record, and the EXIF
 * tags that matter; each null or empty when absent.
 */
public record Raw(byte[] xmp, byte[] iim, Map<Integer, byte[]> exif) {

    /** No block may be larger: real ones have a few kilobytes. */
    static final int LARGEST = 4 << 20;

    /** Finds the blocks by the file's content, in bounded memory whatever the file's size. */
    public static Raw of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Source source = new Source.OfFile(channel);
            byte[] head = source.at(0, (int) Math.min(16, source.length()));
            if (starts(head, "\u00ff\u00d8\u00ff")) {
                return Jpeg.raw(source);
            }
            if (starts(head, Png.SIGNATURE)) {
                return Png.raw(source);
            }
            if (starts(head, "RIFF") && starts(source.at(8, Math.min(4, head.length)), "WEBP")) {
                return Webp.raw(source);
            }
            if (starts(head, "II*\0") || starts(head, "MM\0*")) {
                Map<Integer, byte[]> tags = Tiff.tags(source);
                return new Raw(tags.get(Tiff.XMP), tags.get(Tiff.IIM), tags);
            }
            return new Raw(Packet.find(source, starts(head, "%PDF")), null, Map.of());
        }
    }

    static boolean starts(byte[] bytes, String ascii) {
        return starts(bytes, ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    static boolean starts(byte[] bytes, byte[] start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
