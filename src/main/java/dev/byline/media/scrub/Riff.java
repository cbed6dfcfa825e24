package dev.byline.media.scrub;

import java.io.IOException;
import java.util.Set;

/** WAV: what is not sound becomes junk, which is the name of free room there. */
final class Riff {

    private static final int MOST = 100_000;
    private static final Set<String> KEPT = Set.of("fmt ", "fact", "data", "cue ", "smpl");

    private Riff() {}

    static void scrub(Tape tape) throws IOException {
        long at = 12;
        for (int i = 0; i < MOST && at + 8 <= tape.length(); i++) {
            long size = tape.little(at + 4, 4);
            if (!KEPT.contains(tape.text(at, 4))) {
                tape.write(at, "JUNK");
                tape.fill(at + 8, size, '\0');
            }
            at += 8 + size + (size & 1);
        }
    }
}
