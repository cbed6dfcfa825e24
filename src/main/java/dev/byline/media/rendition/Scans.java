package dev.byline.media.rendition;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * How often a JPEG goes over its pixels. A scan may be ten bytes long and still make the decoder
 * visit every pixel, so that a small file can take minutes.
 */
final class Scans {

    private static final int BUFFER = 64 * 1024;
    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;

    // Encoders make about ten; so much work as forty megapixels in thirty scans is fair.
    private static final int MOST = 100;
    private static final long MOST_PIXELS = 1_200_000_000;

    private final RandomAccessFile file;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;

    private Scans(RandomAccessFile file) {
        this.file = file;
    }

    /** The number of scans from here on, counted no further than it matters. */
    static int count(RandomAccessFile jpeg) throws IOException {
        return new Scans(jpeg).count();
    }

    /** Whether a decoder may be sent over so many pixels so many times. */
    static boolean fair(int scans, long pixels) {
        return scans <= 1 || scans <= MOST && scans * pixels <= MOST_PIXELS;
    }

    private int count() throws IOException {
        int scans = 0;
        for (int marker = next(); marker >= 0 && marker != END; marker = next()) {
            if (marker == START_OF_SCAN && ++scans > MOST) {
                break;
            }
            int length = read() << 8 | read();
            for (int i = 2; i < length; i++) {
                read();
            }
        }
        return scans;
    }

    // The next marker that begins a segment, or -1; what lies between is skipped as decoders do.
    private int next() throws IOException {
        int last = 0;
        for (int b = read(); b >= 0; b = read()) {
            boolean bare = b == 0 || b == 1 || b == MARKER || b >= 0xD0 && b <= 0xD7;
            if (last == MARKER && !bare) {
                return b;
            }
            last = b;
        }
        return -1;
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(0, file.read(buffer));
            at = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }
}
