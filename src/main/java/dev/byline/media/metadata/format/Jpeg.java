package dev.byline.media.metadata.format;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;

/** JPEG: metadata stands in application segments before the picture. */
public final class Jpeg {

    /** What fits into one XMP segment beside its name. */
    public static final int MAX_XMP = 65_502;

    private static final byte[] XMP = bytes("http://ns.adobe.com/xap/1.0/\0");
    private static final byte[] EXIF = bytes("Exif\0\0");
    private static final byte[] PHOTOSHOP = bytes("Photoshop 3.0\0");
    private static final int IIM_RESOURCE = 0x0404;
    private static final int IIM_DIGEST = 0x0425;
    private static final int MAX_SEGMENTS = 20_000;

    private static final int SOI = 0xd8;
    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP13 = 0xed;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;

    private Jpeg() {}

    /** A segment: its marker, where it begins, where its content begins, and where it ends. */
    private record Segment(int marker, long start, long content, long end) {}

    static Raw raw(Source source) throws IOException {
        byte[] xmp = null;
        byte[] exif = null;
        ByteArrayOutputStream photoshop = new ByteArrayOutputStream();
        try {
            Segment segment = next(source, 2);
            for (int i = 0; i < MAX_SEGMENTS && goesOn(segment); i++) {
                if (segment.marker == APP1 || segment.marker == APP13) {
                    byte[] content =
                            source.at(segment.content, (int) (segment.end - segment.content));
                    if (xmp == null && Raw.starts(content, XMP)) {
                        xmp = after(content, XMP);
                    } else if (exif == null && Raw.starts(content, EXIF)) {
                        exif = after(content, EXIF);
                    } else if (Raw.starts(content, PHOTOSHOP) && photoshop.size() < Raw.LARGEST) {
                        photoshop.writeBytes(after(content, PHOTOSHOP));
                    }
                }
                segment = next(source, segment.end);
            }
        } catch (EOFException e) {
            // What was found before the file broke off is still true.
        }
        return new Raw(
                xmp,
                resource(photoshop.toByteArray()),
                exif == null ? Map.of() : Tiff.tags(new Source.OfBytes(exif)));
    }

    /** The picture with these blocks in place of whatever metadata it had; colour stays. */
    public static byte[] write(byte[] file, byte[] xmp, byte[] iim) throws IOException {
        Source source = new Source.OfBytes(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + xmp.length + 4096);
        out.write(0xff);
        out.write(SOI);
        Segment segment = next(source, 2);
        if (segment.marker == APP0) {
            out.writeBytes(source.at(segment.start, (int) (segment.end - segment.start)));
            segment = next(source, segment.end);
        }
        segment(out, APP1, XMP, xmp);
        segment(out, APP13, PHOTOSHOP, photoshop(iim));
        while (goesOn(segment)) {
            if (!metadata(segment.marker)) {
                out.writeBytes(source.at(segment.start, (int) (segment.end - segment.start)));
            }
            segment = next(source, segment.end);
        }
        out.write(file, (int) segment.start, file.length - (int) segment.start);
        return out.toByteArray();
    }

    private static boolean goesOn(Segment segment) {
        return segment.marker != SOS && segment.marker != EOI;
    }

    private static boolean metadata(int marker) {
        boolean application = marker >= APP0 && marker <= APP15;
        return marker == COMMENT || application && marker != APP2 && marker != APP14;
    }

    private static Segment next(Source source, long start) throws IOException {
        long at = start;
        if (source.number(at, 1) != 0xff) {
            throw new EOFException("Not a marker");
        }
        while (source.number(at + 1, 1) == 0xff) {
            at++;
        }
        int marker = (int) source.number(at + 1, 1);
        if (marker == SOS || marker == EOI) {
            return new Segment(marker, at, at + 2, at + 2);
        }
        if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd7) {
            return new Segment(marker, at, at + 2, at + 2);
        }
        long length = source.number(at + 2, 2);
        if (length < 2) {
            throw new EOFException("A segment of no length");
        }
        return new Segment(marker, at, at + 4, at + 2 + length);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] name, byte[] content)
            throws IOException {
        int length = 2 + name.length + content.length;
        if (length > 0xffff) {
            throw new IOException("Too large for a segment");
        }
        out.write(0xff);
        out.write(marker);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(name);
        out.writeBytes(content);
    }

    /** The IIM record among Photoshop's resources: "8BIM", number, name, length, content. */
    static byte[] resource(byte[] resources) throws IOException {
        Source source = new Source.OfBytes(resources);
        long at = 0;
        while (at + 12 <= resources.length && Raw.starts(source.at(at, 4), "8BIM")) {
            int number = (int) source.number(at + 4, 2);
            long name = source.number(at + 6, 1);
            long content = at + 6 + even(name + 1) + 4;
            long length = content <= resources.length ? source.number(content - 4, 4) : -1;
            if (length < 0 || content + length > resources.length) {
                return null;
            }
            if (number == IIM_RESOURCE) {
                return source.at(content, (int) length);
            }
            at = content + even(length);
        }
        return null;
    }

    private static byte[] photoshop(byte[] iim) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        resource(out, IIM_RESOURCE, iim);
        resource(out, IIM_DIGEST, digest(iim));
        return out.toByteArray();
    }

    private static void resource(ByteArrayOutputStream out, int number, byte[] content) {
        out.writeBytes(bytes("8BIM"));
        out.write(number >> 8);
        out.write(number);
        out.write(0);
        out.write(0);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(content.length >> shift);
        }
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }

    // Tells readers that XMP and IIM were written together (Metadata Working Group).
    private static byte[] digest(byte[] iim) {
        try {
            return MessageDigest.getInstance("MD5").digest(iim);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    private static long even(long length) {
        return length + length % 2;
    }

    private static byte[] after(byte[] content, byte[] name) {
        return Arrays.copyOfRange(content, name.length, content.length);
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }
}
