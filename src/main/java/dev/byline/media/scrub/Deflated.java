package dev.byline.media.scrub;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * Compresses into exactly so many bytes: spaces after the content, stored as they are, take the
 * rest.
 */
final class Deflated {

    /** A header, one stored block without content, and the check sum. */
    static final int LEAST = 11;

    private static final int HEADER = 2;
    private static final int BLOCK = 5;
    private static final int SUM = 4;
    private static final int LARGEST_BLOCK = 65_535;

    private Deflated() {}

    /** Nothing but spaces. */
    static byte[] spaces(int exactly) {
        return composed(new byte[0], new byte[0], 0, exactly);
    }

    /** The content and spaces after it; null when it does not fit. */
    static byte[] into(byte[] content, int exactly) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(content);
            byte[] raw = new byte[exactly];
            int length = deflater.deflate(raw, 0, exactly, Deflater.SYNC_FLUSH);
            boolean all = deflater.getBytesRead() == content.length && length < exactly;
            return all && exactly - length >= LEAST
                    ? composed(content, raw, length, exactly)
                    : null;
        } finally {
            deflater.end();
        }
    }

    private static byte[] composed(byte[] content, byte[] raw, int length, int exactly) {
        Adler32 sum = new Adler32();
        sum.update(content);
        ByteBuffer out = ByteBuffer.allocate(exactly).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x78).put((byte) 0xDA).put(raw, 0, length);
        int rest = exactly - HEADER - length - SUM;
        while (rest > 0) {
            int count = Math.min(rest - BLOCK, LARGEST_BLOCK);
            int after = rest - BLOCK - count;
            if (after > 0 && after < BLOCK) {
                count -= BLOCK;
                after += BLOCK;
            }
            out.put((byte) (after == 0 ? 1 : 0)).putShort((short) count).putShort((short) ~count);
            for (int i = 0; i < count; i++) {
                out.put((byte) ' ');
                sum.update(' ');
            }
            rest = after;
        }
        return out.order(ByteOrder.BIG_ENDIAN).putInt((int) sum.getValue()).array();
    }
}
