package dev.byline.media.rendition;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * What a file's first bytes say, read without decoding anything: whether a picture may be decoded
 * is decided on this alone.
 *
 * @param costly whether decoding needs the whole picture in memory (progressive, interlaced, …)
 */
public record Header(Format format, int width, int height, boolean costly) {

    private static final int MOST_SEGMENTS = 2000;
    private static final int MOST_TAGS = 1000;
    private static final int IMAGE_WIDTH = 256;
    private static final int IMAGE_HEIGHT = 257;
    private static final int SAMPLES = 277;
    private static final int MOST_SAMPLES = 5;

    public long pixels() {
        return (long) width * height;
    }

    /** Reads the header; pictures whose size can't be told or is more than allowed are refused. */
    public static Header read(Path path, Limits limits) throws IOException, Refused {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] start = new byte[(int) Math.min(Format.LOOK, file.length())];
            file.readFully(start);
            Format format =
                    Format.of(start)
                            .orElseThrow(
                                    () ->
                                            new Refused(
                                                    Refused.Reason.UNSUPPORTED,
                                                    "The file's content is none of the types that are taken."));
            Header header = format.picture() ? picture(format, file) : of(format, 0, 0, false);
            limits.check(header);
            return header;
        }
    }

    private static Header picture(Format format, RandomAccessFile file) throws Refused {
        try {
            Header header =
                    switch (format) {
                        case JPEG -> jpeg(file);
                        case PNG -> png(file);
                        case GIF -> gif(file);
                        case WEBP -> webp(file);
                        default -> tiff(file);
                    };
            if (header.width < 1 || header.height < 1) {
                throw Refused.broken(format);
            }
            return header;
        } catch (IOException e) {
            throw Refused.broken(format);
        }
    }

    private static Header of(Format format, int width, int height, boolean costly) {
        return new Header(format, width, height, costly);
    }

    private static Header jpeg(RandomAccessFile file) throws IOException, Refused {
        file.seek(2);
        for (int segments = 0; segments < MOST_SEGMENTS; segments++) {
            int marker = file.readUnsignedByte();
            if (marker != 0xFF) {
                throw Refused.broken(Format.JPEG);
            }
            while (marker == 0xFF) {
                marker = file.readUnsignedByte();
            }
            boolean frame =
                    marker >= 0xC0
                            && marker <= 0xCF
                            && marker != 0xC4
                            && marker != 0xC8
                            && marker != 0xCC;
            int length = file.readUnsignedShort();
            if (length < 2 || marker == 0xD9 || marker == 0xDA) {
                throw Refused.broken(Format.JPEG);
            }
            if (frame) {
                long next = file.getFilePointer() + length - 2;
                file.readUnsignedByte();
                int height = file.readUnsignedShort();
                int width = file.readUnsignedShort();
                file.seek(next);
                int scans = Scans.count(file);
                if (!Scans.fair(scans, (long) width * height)) {
                    throw Refused.broken(Format.JPEG);
                }
                // With several scans all of it is held in memory, progressive or not.
                boolean whole = marker != 0xC0 && marker != 0xC1 || scans > 1;
                return of(Format.JPEG, width, height, whole);
            }
            file.seek(file.getFilePointer() + length - 2);
        }
        throw Refused.broken(Format.JPEG);
    }

    private static Header png(RandomAccessFile file) throws IOException, Refused {
        file.seek(8);
        if (file.readInt() != 13 || file.readInt() != 0x49484452) {
            throw Refused.broken(Format.PNG);
        }
        int width = file.readInt();
        int height = file.readInt();
        file.seek(28);
        return of(Format.PNG, width, height, file.readUnsignedByte() != 0);
    }

    private static Header gif(RandomAccessFile file) throws IOException {
        file.seek(6);
        return of(Format.GIF, little(file, 2), little(file, 2), true);
    }

    private static Header webp(RandomAccessFile file) throws IOException, Refused {
        file.seek(12);
        int chunk = file.readInt();
        return switch (chunk) {
            case 0x56503820 -> { // "VP8 "
                file.seek(26);
                yield of(Format.WEBP, little(file, 2) & 0x3FFF, little(file, 2) & 0x3FFF, true);
            }
            case 0x5650384C -> { // "VP8L"
                file.seek(21);
                int bits = little(file, 4);
                yield of(Format.WEBP, (bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1, true);
            }
            case 0x56503858 -> { // "VP8X"
                file.seek(24);
                yield of(Format.WEBP, little(file, 3) + 1, little(file, 3) + 1, true);
            }
            default -> throw Refused.broken(Format.WEBP);
        };
    }

    private static Header tiff(RandomAccessFile file) throws IOException, Refused {
        file.seek(0);
        boolean little = file.readUnsignedByte() == 'I';
        file.seek(4);
        long directory = number(file, 4, little) & 0xFFFFFFFFL;
        file.seek(directory);
        int tags = number(file, 2, little);
        if (tags > MOST_TAGS) {
            throw Refused.broken(Format.TIFF);
        }
        int width = 0;
        int height = 0;
        for (int i = 0; i < tags; i++) {
            file.seek(directory + 2 + 12L * i);
            int tag = number(file, 2, little);
            int type = number(file, 2, little);
            file.seek(directory + 2 + 12L * i + 8);
            int value = number(file, type == 3 ? 2 : 4, little);
            if (tag == IMAGE_WIDTH) {
                width = value;
            } else if (tag == IMAGE_HEIGHT) {
                height = value;
            } else if (tag == SAMPLES && (value < 1 || value > MOST_SAMPLES)) {
                throw Refused.broken(Format.TIFF);
            }
        }
        return of(Format.TIFF, width, height, true);
    }

    private static int number(RandomAccessFile file, int bytes, boolean little) throws IOException {
        if (little) {
            return little(file, bytes);
        }
        return bytes == 2 ? file.readUnsignedShort() : file.readInt();
    }

    private static int little(RandomAccessFile file, int bytes) throws IOException {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            int next = file.read();
            if (next < 0) {
                throw new EOFException();
            }
            value |= next << 8 * i;
        }
        return value;
    }
}
