package dev.byline.media.metadata.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** PNG: metadata stands in text chunks, before or after the picture. */
public final class Png {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final String XMP = "XML:com.adobe.xmp";
    private static final int MAX_CHUNKS = 50_000;
    private static final Pattern PROFILE =
            Pattern.compile("\\s*[A-Za-z][^\\n]*\\n\\s*\\d+\\n([0-9A-Fa-f\\s]*)");
    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;

    /** The chunks that make the picture and its colours; all others go when a file is written. */
    private static final Set<String> PICTURE =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP",
                    "sBIT", "bKGD", "pHYs");

    /** The words of PNG for what EXIF has tags for. */
    private static final Map<String, Integer> WORDS =
            Map.of(
                    "Author", Tiff.ARTIST,
                    "Copyright", Tiff.COPYRIGHT,
                    "Description", Tiff.DESCRIPTION);

    private Png() {}

    static Raw raw(Source source) throws IOException {
        Found found = new Found();
        try {
            long at = SIGNATURE.length;
            for (int i = 0; i < MAX_CHUNKS && at + 12 <= source.length(); i++) {
                long length = source.number(at, 4);
                String type = new String(source.at(at + 4, 4), LATIN_1);
                if (length <= Raw.LARGEST
                        && Set.of("iTXt", "tEXt", "zTXt", "eXIf").contains(type)) {
                    found.chunk(type, source.at(at + 8, (int) length));
                }
                at += 12 + length;
            }
        } catch (EOFException e) {
            // What was found before the file broke off is still true.
        }
        found.words.forEach(found.exif::putIfAbsent);
        return new Raw(found.xmp, found.iim, found.exif);
    }

    private static final class Found {
        private byte[] xmp;
        private byte[] iim;
        private final Map<Integer, byte[]> exif = new HashMap<>();
        private final Map<Integer, byte[]> words = new HashMap<>();

        void chunk(String type, byte[] content) throws IOException {
            if (type.equals("eXIf")) {
                exif.putAll(Tiff.tags(new Source.OfBytes(content)));
                return;
            }
            int end = zero(content, 0);
            String keyword = new String(content, 0, end, LATIN_1);
            byte[] text = text(type, content, end);
            if (text == null) {
                return;
            }
            if (xmp == null && keyword.equals(XMP)) {
                xmp = text;
            } else if (iim == null && keyword.equals("Raw profile type iptc")) {
                iim = profile(text);
            } else if (WORDS.containsKey(keyword)) {
                words.putIfAbsent(WORDS.get(keyword), text);
            }
        }
    }

    /** The text of a chunk, in UTF-8 for iTXt and Latin-1 turned into UTF-8 for the others. */
    private static byte[] text(String type, byte[] content, int end) {
        if (type.equals("tEXt")) {
            int from = Math.min(end + 1, content.length);
            return utf8(Arrays.copyOfRange(content, from, content.length));
        }
        if (type.equals("zTXt")) {
            byte[] text = inflated(content, end + 2);
            return text == null ? null : utf8(text);
        }
        if (end + 3 > content.length) {
            return null;
        }
        int from = zero(content, zero(content, end + 3) + 1) + 1;
        return content[end + 1] == 1
                ? inflated(content, from)
                : Arrays.copyOfRange(content, Math.min(from, content.length), content.length);
    }

    private static byte[] utf8(byte[] latin1) {
        return new String(latin1, LATIN_1).getBytes(StandardCharsets.UTF_8);
    }

    private static int zero(byte[] content, int from) {
        int at = from;
        while (at < content.length && content[at] != 0) {
            at++;
        }
        return at;
    }

    /** A few kilobytes may claim to be gigabytes: whoever grows too large counts as absent. */
    private static byte[] inflated(byte[] content, int from) {
        if (from >= content.length) {
            return null;
        }
        try (InflaterInputStream in =
                new InflaterInputStream(
                        new ByteArrayInputStream(content, from, content.length - from))) {
            byte[] text = in.readNBytes(Raw.LARGEST + 1);
            return text.length > Raw.LARGEST ? null : text;
        } catch (IOException e) {
            return null;
        }
    }

    /** ImageMagick's way to keep a foreign block: name, length, and the bytes in hexadecimal. */
    private static byte[] profile(byte[] text) throws IOException {
        Matcher profile = PROFILE.matcher(new String(text, LATIN_1));
        String digits = profile.matches() ? profile.group(1).replaceAll("\\s", "") : "";
        if (digits.length() % 2 == 1) {
            return null;
        }
        byte[] bytes = HexFormat.of().parseHex(digits);
        return Raw.starts(bytes, "8BIM") ? Jpeg.resource(bytes) : bytes;
    }

    /** The picture with this packet in place of whatever metadata it had; colour stays. */
    public static byte[] write(byte[] file, byte[] xmp) throws IOException {
        Source source = new Source.OfBytes(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + xmp.length + 64);
        out.writeBytes(SIGNATURE);
        long at = SIGNATURE.length;
        String type = "";
        while (!type.equals("IEND")) {
            long length = source.number(at, 4);
            type = new String(source.at(at + 4, 4), LATIN_1);
            if (PICTURE.contains(type)) {
                out.writeBytes(source.at(at, Math.toIntExact(12 + length)));
            }
            if (type.equals("IHDR")) {
                chunk(out, xmp);
            }
            at += 12 + length;
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, byte[] xmp) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(("iTXt" + XMP + "\0\0\0\0\0").getBytes(LATIN_1));
        chunk.writeBytes(xmp);
        CRC32 sum = new CRC32();
        sum.update(chunk.toByteArray());
        number(out, chunk.size() - 4);
        out.writeBytes(chunk.toByteArray());
        number(out, (int) sum.getValue());
    }

    private static void number(ByteArrayOutputStream out, int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >> shift);
        }
    }
}
