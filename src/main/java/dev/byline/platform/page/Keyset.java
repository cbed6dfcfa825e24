package dev.byline.platform.page;

import java.util.List;
import java.util.UUID;

/** A list in a total order that can be read from any place in it, in both directions. */
public interface Keyset<T> {

    /**
     * At most {@code max} items beyond the position, the nearest first (so backward ones come in
     * reverse order); from the start when the position is null.
     */
    List<T> rows(Position from, int max);

    /** Whether there is an item beyond the position; asked about the side that was not read. */
    boolean any(Position from);

    /** The number of items in the whole list. */
    long count();

    /** The value that the list is ordered by, as a {@link Position} keeps it. */
    String key(T item);

    /** What orders items of the same key. */
    UUID id(T item);
}
