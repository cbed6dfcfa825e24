package dev.byline.media.scrub;

import java.io.IOException;
import java.util.Set;

/**
 * WebM: tags, attachments, titles and dates become void elements of the same size. The names of the
 * programs, which the format requires, become empty.
 */
final class Ebml {

    private static final int MOST = 2_000_000;
    private static final int DEEPEST = 8;
    private static final long SEGMENT = 0x18538067;
    private static final long CLUSTER = 0x1F43B675;
    private static final long SEEK_HEAD = 0x114D9B74;
    private static final long SEEK = 0x4DBB;
    private static final long SEEK_ID = 0x53AB;
    private static final long TAGS = 0x1254C367;
    private static final long ATTACHMENTS = 0x1941A469;
    private static final long INFO = 0x1549A966;
    private static final long TRACKS = 0x1654AE6B;
    private static final long TRACK = 0xAE;
    private static final int VOID = 0xEC;

    private static final Set<Long> FOLDERS = Set.of(SEGMENT, INFO, TRACKS, TRACK, SEEK_HEAD);

    // Title, date, segment's and neighbours' ids and file names, track's name, and check sums of
    // what is changed.
    private static final Set<Long> PRIVATE =
            Set.of(
                    TAGS,
                    ATTACHMENTS,
                    0x7BA9L,
                    0x4461L,
                    0x73A4L,
                    0x7384L,
                    0x3CB923L,
                    0x3C83ABL,
                    0x3EB923L,
                    0x3E83BBL,
                    0x4444L,
                    0x536EL,
                    0xBFL);

    // Muxing and writing application.
    private static final Set<Long> EMPTIED = Set.of(0x4D80L, 0x5741L);

    private final Tape tape;
    private int left = MOST;

    private Ebml(Tape tape) {
        this.tape = tape;
    }

    static void scrub(Tape tape) throws IOException {
        new Ebml(tape).walk(0, tape.length(), 0);
    }

    private void walk(long start, long end, int depth) throws IOException {
        long at = start;
        while (at < end && depth < DEEPEST && left-- > 0) {
            int idBytes = bytes(tape.at(at));
            int sizeBytes = bytes(tape.at(at + idBytes));
            long head = at + idBytes + sizeBytes;
            if (idBytes > 4 || sizeBytes > 8 || head > end) {
                return;
            }
            long id = tape.big(at, idBytes);
            long all = (1L << 7 * sizeBytes) - 1;
            long size = tape.big(at + idBytes, sizeBytes) & all;
            boolean open = size == all;
            long next = open ? end : Math.min(end, head + size);
            if (PRIVATE.contains(id) || id == SEEK && leadsToPrivate(head, next)) {
                empty(at, next);
            } else if (EMPTIED.contains(id)) {
                tape.fill(head, next - head, '\0');
            } else if (FOLDERS.contains(id)) {
                walk(head, next, depth + 1);
            } else if (open && id == CLUSTER) {
                // Its end is not told: what is in it is read as if it stood beside it.
                next = head;
            }
            at = next;
        }
    }

    private boolean leadsToPrivate(long from, long to) throws IOException {
        long id = SEEK_ID << 16 | 0x8400;
        return to - from > 7
                && tape.big(from, 3) == id >> 8
                && PRIVATE.contains(tape.big(from + 3, 4));
    }

    private void empty(long from, long to) throws IOException {
        long size = to - from;
        if (size < 2) {
            return;
        }
        byte[] head = size < 9 ? new byte[2] : new byte[9];
        head[0] = (byte) VOID;
        long content = size - head.length;
        for (int i = head.length - 1; i > 0; i--) {
            head[i] = (byte) content;
            content >>>= 8;
        }
        head[1] |= (byte) (head.length == 2 ? 0x80 : 0x01);
        tape.write(from, head);
        tape.fill(from + head.length, size - head.length, '\0');
    }

    // How many bytes a number has, by its first one; 9 for none.
    private static int bytes(int first) {
        return first <= 0 ? 9 : Integer.numberOfLeadingZeros(first) - 23;
    }
}
