package dev.byline.media.metadata.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Bytes that can be read at any place without being held in memory. */
interface Source {

    long length() throws IOException;

    /** These bytes, all of them, or {@link EOFException}. */
    byte[] at(long offset, int count) throws IOException;

    /** An unsigned number of so many bytes, the most significant first. */
    default long number(long offset, int count) throws IOException {
        long value = 0;
        for (byte b : at(offset, count)) {
            value = value << 8 | b & 0xff;
        }
        return value;
    }

    /** A file, read through a window so that a walk from block to block costs few system calls. */
    final class OfFile implements Source {

        private static final int WINDOW = 8192;

        private final FileChannel channel;
        private final long length;
        private byte[] window = {};
        private long start;

        OfFile(FileChannel channel) throws IOException {
            this.channel = channel;
            this.length = channel.size();
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public byte[] at(long offset, int count) throws IOException {
            if (offset < 0 || count < 0 || offset + count > length) {
                throw new EOFException("The file ends before its metadata does");
            }
            if (count > WINDOW) {
                return read(offset, count);
            }
            if (offset < start || offset + count > start + window.length) {
                window = read(offset, (int) Math.min(WINDOW, length - offset));
                start = offset;
            }
            int from = (int) (offset - start);
            return Arrays.copyOfRange(window, from, from + count);
        }

        private byte[] read(long offset, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(count);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new EOFException("The file became shorter while it was read");
                }
            }
            return buffer.array();
        }
    }

    /** An array. */
    record OfBytes(byte[] bytes) implements Source {

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public byte[] at(long offset, int count) throws IOException {
            if (offset < 0 || count < 0 || offset + count > bytes.length) {
                throw new EOFException("The block ends before its content does");
            }
            return Arrays.copyOfRange(bytes, (int) offset, (int) offset + count);
        }
    }
}
