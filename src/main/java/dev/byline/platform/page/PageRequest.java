package dev.byline.platform.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One page of one list, asked for by a client. */
public final class PageRequest {

    private final Cursors cursors;
    private final String list;
    private final int limit;
    private final Position from;
    private final boolean total;

    PageRequest(Cursors cursors, String list, int limit, Position from, boolean total) {
        this.cursors = cursors;
        this.list = list;
        this.limit = limit;
        this.from = from;
        this.total = total;
    }

    /**
     * Reads the page: one item too many shows whether the list goes on, a look back whether it
     * began earlier.
     */
    public <T> Page<T> of(Keyset<T> keyset) {
        boolean backward = from != null && !from.forward();
        List<T> rows = keyset.rows(from, limit + 1);
        boolean more = rows.size() > limit;
        List<T> items = new ArrayList<>(more ? rows.subList(0, limit) : rows);
        if (backward) {
            Collections.reverse(items);
        }
        String next = null;
        String prev = null;
        if (!items.isEmpty()) {
            Position after = position(keyset, true, items.get(items.size() - 1));
            Position before = position(keyset, false, items.get(0));
            if (backward ? keyset.any(after) : more) {
                next = cursors.seal(list, after);
            }
            if (backward ? more : from != null && keyset.any(before)) {
                prev = cursors.seal(list, before);
            }
        }
        return new Page<>(items, new Page.Info(limit, next, prev, total ? keyset.count() : null));
    }

    private static <T> Position position(Keyset<T> keyset, boolean forward, T item) {
        return new Position(forward, keyset.key(item), keyset.id(item));
    }
}
