package dev.byline.media.lab;

import dev.byline.media.rendition.Format;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Set;

/**
 * Blanks what video and sound files tell of their makers: descriptions, places, serial numbers,
 * covers. Nothing moves, so that the offsets inside stay right. PDF and Ogg are left as they are.
 */
final class Scrubber {

    private static final int BUFFER = 64 * 1024;
    private static final int MOST = 100_000;
    private static final Set<String> MP4_PRIVATE = Set.of("udta", "meta", "uuid");
    private static final Set<String> MP4_FOLDERS = Set.of("moov", "trak", "moof", "traf");
    private static final Set<String> RIFF_KEPT = Set.of("fmt ", "fact", "data", "cue ", "smpl");
    private static final int STREAMINFO = 0;
    private static final int SEEKTABLE = 3;
    private static final int PADDING = 1;
    private static final int ID3_HEADER = 10;
    private static final int ID3V1 = 128;

    private Scrubber() {}

    static void scrub(Path path, Format format) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            switch (format) {
                case MP4, QUICKTIME, M4A -> boxes(file, 0, file.length(), new int[] {MOST});
                case WAV -> riff(file);
                case FLAC -> flac(file);
                case MP3 -> id3(file);
                default -> {}
            }
        }
    }

    private static void boxes(RandomAccessFile file, long start, long end, int[] left)
            throws IOException {
        long at = start;
        while (at + 8 <= end && left[0]-- > 0) {
            file.seek(at);
            long size = file.readInt() & 0xFFFFFFFFL;
            String type = type(file);
            long head = 8;
            if (size == 1 && at + 16 <= end) {
                size = file.readLong();
                head = 16;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < head || size > end - at) {
                return;
            }
            if (MP4_PRIVATE.contains(type)) {
                rename(file, at + 4, "free");
                blank(file, at + head, size - head);
            } else if (MP4_FOLDERS.contains(type)) {
                boxes(file, at + head, at + size, left);
            }
            at += size;
        }
    }

    private static void riff(RandomAccessFile file) throws IOException {
        long at = 12;
        for (int i = 0; i < MOST && at + 8 <= file.length(); i++) {
            file.seek(at);
            String type = type(file);
            long size = Integer.reverseBytes(file.readInt()) & 0xFFFFFFFFL;
            if (!RIFF_KEPT.contains(type)) {
                rename(file, at, "JUNK");
                blank(file, at + 8, Math.min(size, file.length() - at - 8));
            }
            at += 8 + size + (size & 1);
        }
    }

    private static void flac(RandomAccessFile file) throws IOException {
        long at = 4;
        for (int i = 0; i < MOST && at + 4 <= file.length(); i++) {
            file.seek(at);
            int head = file.readInt();
            int type = head >>> 24 & 0x7F;
            int size = head & 0xFFFFFF;
            if (type != STREAMINFO && type != SEEKTABLE && type != PADDING) {
                file.seek(at);
                file.writeByte(head >>> 24 & 0x80 | PADDING);
                blank(file, at + 4, Math.min(size, file.length() - at - 4));
            }
            if (head < 0) {
                return;
            }
            at += 4L + size;
        }
    }

    // An ID3v2 tag becomes one with nothing but padding; ID3v1 stands at the very end.
    private static void id3(RandomAccessFile file) throws IOException {
        byte[] head = new byte[ID3_HEADER];
        file.seek(0);
        if (file.length() > ID3_HEADER) {
            file.readFully(head);
            if (head[0] == 'I' && head[1] == 'D' && head[2] == '3') {
                long size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9];
                file.seek(5);
                file.writeByte(0);
                blank(file, ID3_HEADER, Math.min(size, file.length() - ID3_HEADER));
            }
        }
        if (file.length() > ID3V1) {
            file.seek(file.length() - ID3V1);
            if (file.readByte() == 'T' && file.readByte() == 'A' && file.readByte() == 'G') {
                file.setLength(file.length() - ID3V1);
            }
        }
    }

    private static String type(RandomAccessFile file) throws IOException {
        byte[] type = new byte[4];
        file.readFully(type);
        return new String(type, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static void rename(RandomAccessFile file, long at, String type) throws IOException {
        file.seek(at);
        file.writeBytes(type);
    }

    private static void blank(RandomAccessFile file, long at, long length) throws IOException {
        byte[] nothing = new byte[BUFFER];
        file.seek(at);
        for (long left = length; left > 0; left -= BUFFER) {
            file.write(nothing, 0, (int) Math.min(left, BUFFER));
        }
    }
}
