package dev.byline.media.scrub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file that is read through a window, so that a walk costs few system calls, and changed in
 * place.
 */
final class Tape implements Closeable {

    private static final int WINDOW = 64 * 1024;
    private static final int BACK = 256;

    private final RandomAccessFile file;
    private final byte[] window = new byte[WINDOW];
    private long start;
    private int filled;
    private long length;

    Tape(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        length = file.length();
    }

    long length() {
        return length;
    }

    /** The byte at a place, or -1 outside the file. */
    int at(long offset) throws IOException {
        long index = offset - start;
        if (index < 0 || index >= filled) {
            if (offset < 0 || offset >= length) {
                return -1;
            }
            load(offset);
            index = offset - start;
        }
        return window[(int) index] & 0xFF;
    }

    // A bit of what lies before, for those that look back.
    private void load(long offset) throws IOException {
        start = Math.max(0, offset - BACK);
        filled = (int) Math.min(WINDOW, length - start);
        file.seek(start);
        file.readFully(window, 0, filled);
    }

    /** These bytes, fewer where the file ends. */
    byte[] bytes(long offset, long count) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(count, length - offset))];
        if (bytes.length < WINDOW / 2) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) at(offset + i);
            }
        } else {
            file.seek(offset);
            file.readFully(bytes);
        }
        return bytes;
    }

    String text(long offset, long count) throws IOException {
        return new String(bytes(offset, count), ISO_8859_1);
    }

    boolean says(long offset, String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (at(offset + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** An unsigned number of so many bytes, the most significant first. */
    long big(long offset, int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | Math.max(0, at(offset + i));
        }
        return value;
    }

    /** An unsigned number of so many bytes, the least significant first. */
    long little(long offset, int count) throws IOException {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | Math.max(0, at(offset + i));
        }
        return value;
    }

    /** Writes over what is there, never beyond the end. */
    void write(long offset, byte[] bytes) throws IOException {
        int count = (int) Math.max(0, Math.min(bytes.length, length - offset));
        file.seek(offset);
        file.write(bytes, 0, count);
        filled = 0;
    }

    void write(long offset, String text) throws IOException {
        write(offset, text.getBytes(ISO_8859_1));
    }

    void fill(long offset, long count, char with) throws IOException {
        byte[] bytes = new byte[(int) Math.min(WINDOW, Math.max(0, count))];
        Arrays.fill(bytes, (byte) with);
        long end = Math.min(length, offset + count);
        for (long at = offset; at < end; at += bytes.length) {
            write(at, end - at < bytes.length ? Arrays.copyOf(bytes, (int) (end - at)) : bytes);
        }
    }

    /** Shortens the file. */
    void cut(long to) throws IOException {
        length = Math.min(length, Math.max(0, to));
        file.setLength(length);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
