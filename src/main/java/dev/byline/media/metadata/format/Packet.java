package dev.byline.media.metadata.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * XMP in files of any format: packets are made to be found by their marks alone. Looked for at both
 * ends of the file, where writers put them.
 */
final class Packet {

    private static final int WINDOW = 4 << 20;
    private static final byte[] START = "<x:xmpmeta".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] END = "</x:xmpmeta>".getBytes(StandardCharsets.ISO_8859_1);

    private Packet() {}

    /**
     * The first packet, or the last: in a PDF the later one describes the document, the earlier
     * ones pictures in it or former versions.
     */
    static byte[] find(Source source, boolean last) throws IOException {
        int window = (int) Math.min(WINDOW, source.length());
        byte[] tail = source.at(source.length() - window, window);
        if (last) {
            byte[] found = last(tail);
            return found != null ? found : last(source.at(0, window));
        }
        byte[] found = first(source.at(0, window));
        return found != null ? found : first(tail);
    }

    private static byte[] first(byte[] bytes) {
        int start = index(bytes, START, 0);
        int end = start < 0 ? -1 : index(bytes, END, start);
        return end < 0 ? null : Arrays.copyOfRange(bytes, start, end + END.length);
    }

    private static byte[] last(byte[] bytes) {
        byte[] found = null;
        int from = 0;
        while (true) {
            int start = index(bytes, START, from);
            int end = start < 0 ? -1 : index(bytes, END, start);
            if (end < 0) {
                return found;
            }
            from = end + END.length;
            found = Arrays.copyOfRange(bytes, start, from);
        }
    }

    private static int index(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0]
                    && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
