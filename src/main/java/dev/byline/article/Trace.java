package dev.byline.article;

import java.time.Instant;

/**
 * What a key leaves beside articles, in a room that stands below this one and implements it: taken
 * back with the rest of what the key did.
 */
public interface Trace {

    /** What it is. */
    Kind kind();

    /** How much of it there is of a key, since an instant. */
    long count(String key, Instant since);

    /** Takes it back; tells how much it was. */
    long undo(String key, Instant since, String by);

    /** The kinds that there are. */
    enum Kind {
        CORRECTION,
        PREVIEW_LINK
    }
}
