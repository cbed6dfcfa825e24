package dev.byline.media.scrub;

import java.io.IOException;
import java.util.Set;

/** MP4, QuickTime and M4A: the boxes that describe become free room. */
final class Boxes {

    private static final int MOST = 100_000;
    private static final int DEEPEST = 8;
    private static final Set<String> PRIVATE = Set.of("udta", "meta", "uuid");
    private static final Set<String> FOLDERS = Set.of("moov", "trak", "moof", "traf");

    private final Tape tape;
    private int left = MOST;

    private Boxes(Tape tape) {
        this.tape = tape;
    }

    static void scrub(Tape tape) throws IOException {
        new Boxes(tape).walk(0, tape.length(), 0);
    }

    private void walk(long start, long end, int depth) throws IOException {
        long at = start;
        while (at + 8 <= end && depth < DEEPEST && left-- > 0) {
            long size = tape.big(at, 4);
            String type = tape.text(at + 4, 4);
            long head = 8;
            if (size == 1 && at + 16 <= end) {
                size = tape.big(at + 8, 8);
                head = 16;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < head || size > end - at) {
                return;
            }
            if (PRIVATE.contains(type)) {
                tape.write(at + 4, "free");
                tape.fill(at + head, size - head, '\0');
            } else if (FOLDERS.contains(type)) {
                walk(at + head, at + size, depth + 1);
            }
            at += size;
        }
    }
}
