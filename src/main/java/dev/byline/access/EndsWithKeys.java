package dev.byline.access;

/**
 * What ends with the key that made it, in a room that implements this; CDI finds them. Called in
 * the transaction that revokes keys, after they are.
 */
public interface EndsWithKeys {

    /** Ends what was made with keys that are revoked by now; tells how much. */
    int end();
}
