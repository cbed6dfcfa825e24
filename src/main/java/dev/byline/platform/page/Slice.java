package dev.byline.platform.page;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The part of a list that a request asks for, and the page that answers it. */
public final class Slice {

    private final int limit;
    private final Optional<Position> from;
    private final Function<Position, String> seal;

    private Slice(int limit, Optional<Position> from, Function<Position, String> seal) {
        this.limit = limit;
        this.from = from;
        this.seal = seal;
    }

    /**
     * Reads {@code limit} and {@code cursor}; {@code list} describes the list (its path, filters
     * and order), for which alone its cursors are good.
     */
    public static Slice parse(
            String list, String limit, String cursor, Cursors cursors, Flaws flaws) {
        Optional<Position> from =
                Optional.ofNullable(cursor).flatMap(text -> cursors.open(list, text));
        if (cursor != null && from.isEmpty()) {
            flaws.in("cursor", Flaw.MALFORMED, "is not a cursor of this list");
        }
        return new Slice(Limit.parse(limit, flaws), from, position -> cursors.seal(list, position));
    }

    /** Where to go on from; empty at the list's beginning. */
    public Optional<Position> from() {
        return from;
    }

    public boolean forward() {
        return from.map(Position::forward).orElse(true);
    }

    /** How many rows to read: one more than the page holds, to learn whether there are more. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The page made of rows that were read in the slice's direction; {@code key} and {@code id}
     * tell the place of each in the list's order.
     */
    public <T> Page<T> page(
            List<T> rows, Function<T, String> key, Function<T, UUID> id, Long total) {
        boolean more = rows.size() > limit;
        List<T> items = new ArrayList<>(rows.subList(0, Math.min(limit, rows.size())));
        if (!forward()) {
            Collections.reverse(items);
        }
        String next = null;
        String prev = null;
        if (!items.isEmpty()) {
            T first = items.get(0);
            T last = items.get(items.size() - 1);
            if (forward() ? more : from.isPresent()) {
                next = seal.apply(new Position(true, key.apply(last), id.apply(last)));
            }
            if (forward() ? from.isPresent() : more) {
                prev = seal.apply(new Position(false, key.apply(first), id.apply(first)));
            }
        }
        return new Page<>(items, new Page.Info(limit, next, prev, total));
    }
}
