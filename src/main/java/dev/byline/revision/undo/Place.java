package dev.byline.revision.undo;

import java.time.Instant;

/**
 * Where an article stood before a key changed that, and where it stands now.
 *
 * @param before null where that was not kept, or where the key was not the last to change it
 * @param liveSame whether readers see what they saw before
 * @param nextLive whether they see what was the next version before
 * @param nextSame whether the next version is that of before
 */
record Place(Stood before, Stood present, boolean liveSame, boolean nextLive, boolean nextSame) {

    /** Whether the key moved it away, so that it has to be put back. */
    boolean left(Instant now) {
        return before != null
                && !(before.at(now).standing().isThatOf(present.standing().at(now))
                        && !showsOther(now)
                        && !followedByOther(now));
    }

    /** Whether readers see something else than they would by now. */
    boolean showsOther(Instant now) {
        boolean same = before.standing().nextHasCome(now) ? nextLive : liveSame;
        return before.at(now).live() != null && !same;
    }

    /** Whether the next version is another one. */
    boolean followedByOther(Instant now) {
        return before.at(now).next() != null && !nextSame;
    }
}
