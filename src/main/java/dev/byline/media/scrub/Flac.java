package dev.byline.media.scrub;

import java.io.IOException;

/** FLAC: comments, covers, cue sheets and application data become padding. */
final class Flac {

    static final int STREAMINFO = 0;
    static final int PADDING = 1;
    static final int SEEKTABLE = 3;
    static final int COMMENT = 4;
    private static final int LAST = 0x80;
    private static final int MOST = 100_000;

    private Flac() {}

    static void scrub(Tape tape, long start) throws IOException {
        long at = start + 4;
        for (int i = 0; i < MOST && at + 4 <= tape.length(); i++) {
            int head = tape.at(at);
            int type = head & ~LAST;
            long size = tape.big(at + 1, 3);
            if (type != STREAMINFO && type != SEEKTABLE && type != PADDING) {
                tape.write(at, new byte[] {(byte) (head & LAST | PADDING)});
                tape.fill(at + 4, size, '\0');
            }
            if ((head & LAST) != 0) {
                return;
            }
            at += 4 + size;
        }
    }
}
