package dev.byline.media.metadata.format;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** WebP: metadata stands in RIFF chunks of their own, announced in the extended header. */
public final class Webp {

    private static final int HEADER = 12;
    private static final int MAX_CHUNKS = 50_000;
    private static final int ALPHA = 0x10;
    private static final int EXIF = 0x08;
    private static final int XMP = 0x04;

    private static final Set<String> PICTURE =
            Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private Webp() {}

    static Raw raw(Source source) throws IOException {
        byte[] xmp = null;
        byte[] exif = null;
        try {
            long at = HEADER;
            for (int i = 0; i < MAX_CHUNKS && at + 8 <= source.length(); i++) {
                String type = type(source, at);
                long length = length(source, at);
                if (length <= Raw.LARGEST && type.equals("XMP ") && xmp == null) {
                    xmp = source.at(at + 8, (int) length);
                } else if (length <= Raw.LARGEST && type.equals("EXIF") && exif == null) {
                    exif = source.at(at + 8, (int) length);
                }
                at += 8 + length + length % 2;
            }
        } catch (EOFException e) {
            // What was found before the file broke off is still true.
        }
        return new Raw(xmp, null, exif == null ? Map.of() : Tiff.tags(tiff(exif)));
    }

    // Some writers keep the name that stands before EXIF in JPEG.
    private static Source tiff(byte[] exif) {
        return new Source.OfBytes(
                Raw.starts(exif, "Exif\0\0") ? Arrays.copyOfRange(exif, 6, exif.length) : exif);
    }

    /** The picture with this packet in place of whatever metadata it had; colour stays. */
    public static byte[] write(byte[] file, byte[] xmp) throws IOException {
        Source source = new Source.OfBytes(file);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(file.length + xmp.length + 64);
        byte[] extended = null;
        byte[] plain = null;
        long end = Math.min(file.length, 8 + length(source, 0));
        for (long at = HEADER; at + 8 <= end; ) {
            String type = type(source, at);
            long length = length(source, at);
            if (type.equals("VP8X")) {
                extended = source.at(at + 8, 10);
            } else if (PICTURE.contains(type)) {
                if (plain == null && (type.equals("VP8 ") || type.equals("VP8L"))) {
                    plain = header(type, source.at(at + 8, 10));
                }
                chunk(chunks, type, source.at(at + 8, Math.toIntExact(length)));
            }
            at += 8 + length + length % 2;
        }
        byte[] header = extended != null ? extended : plain;
        if (header == null) {
            throw new EOFException("A WebP file without a picture");
        }
        header[0] = (byte) (header[0] & ~EXIF | XMP);
        ByteArrayOutputStream out = new ByteArrayOutputStream(chunks.size() + xmp.length + 64);
        out.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        number(out, 4 + 18 + chunks.size() + 8 + xmp.length + xmp.length % 2);
        out.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "VP8X", header);
        out.writeBytes(chunks.toByteArray());
        chunk(out, "XMP ", xmp);
        return out.toByteArray();
    }

    /** The extended header that a plain file lacks: flags and the size of the canvas. */
    private static byte[] header(String type, byte[] start) {
        int width;
        int height;
        int flags = 0;
        if (type.equals("VP8L")) {
            int bits = little(start, 1, 4);
            width = bits & 0x3fff;
            height = bits >> 14 & 0x3fff;
            flags = (bits >> 28 & 1) == 1 ? ALPHA : 0;
        } else {
            width = (little(start, 6, 2) & 0x3fff) - 1;
            height = (little(start, 8, 2) & 0x3fff) - 1;
        }
        byte[] header = new byte[10];
        header[0] = (byte) flags;
        for (int i = 0; i < 3; i++) {
            header[4 + i] = (byte) (width >> 8 * i);
            header[7 + i] = (byte) (height >> 8 * i);
        }
        return header;
    }

    private static String type(Source source, long at) throws IOException {
        return new String(source.at(at, 4), StandardCharsets.ISO_8859_1);
    }

    private static long length(Source source, long at) throws IOException {
        return little(source.at(at + 4, 4), 0, 4) & 0xffffffffL;
    }

    private static int little(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[from + i] & 0xff;
        }
        return value;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        number(out, content.length);
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }

    private static void number(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift <= 24; shift += 8) {
            out.write(value >> shift);
        }
    }
}
