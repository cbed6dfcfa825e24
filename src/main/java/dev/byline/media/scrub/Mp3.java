package dev.byline.media.scrub;

import java.io.IOException;

/**
 * MP3: ID3v2 tags in front become tags with nothing but padding; ID3v1, APE and ID3v2 tags at the
 * end are cut off.
 */
final class Mp3 {

    private static final int HEADER = 10;
    private static final int ID3V1 = 128;
    private static final int APE = 32;
    private static final int APE_HAS_HEADER = 0x80;
    private static final int MOST = 16;

    private Mp3() {}

    static void scrub(Tape tape) throws IOException {
        long at = 0;
        for (int i = 0; i < MOST && tape.says(at, "ID3"); i++) {
            long size = size(tape, at);
            // No extended header, no footer, no unsynchronisation.
            tape.fill(at + 5, 1, '\0');
            tape.fill(at + HEADER, size, '\0');
            at += HEADER + size;
        }
        if (tape.says(at, "fLaC")) {
            Flac.scrub(tape, at);
            return;
        }
        for (int i = 0; i < MOST && end(tape); i++) {
            // One tag less.
        }
    }

    private static boolean end(Tape tape) throws IOException {
        long length = tape.length();
        if (tape.says(length - ID3V1, "TAG")) {
            tape.cut(length - ID3V1);
        } else if (tape.says(length - APE, "APETAGEX")) {
            long size = Math.max(APE, tape.little(length - APE + 12, 4));
            boolean header = (tape.at(length - APE + 23) & APE_HAS_HEADER) != 0;
            tape.cut(length - size - (header ? APE : 0));
        } else if (tape.says(length - HEADER, "3DI")) {
            tape.cut(length - 2 * HEADER - size(tape, length - HEADER));
        } else {
            return false;
        }
        return true;
    }

    private static long size(Tape tape, long tag) throws IOException {
        long size = 0;
        for (int i = 6; i < HEADER; i++) {
            size = size << 7 | Math.max(0, tape.at(tag + i)) & 0x7F;
        }
        return size;
    }
}
