package dev.byline.change;

import dev.byline.platform.page.Position;
import java.util.UUID;

/** A place in the log: just after a row, or before all of them. */
record ChangePlace(String xid, long id) {

    static final ChangePlace START = new ChangePlace("0", 0);

    private static final UUID NONE = new UUID(0, 0);

    static ChangePlace of(Position position) {
        String[] parts = position.key().split("\\.", 2);
        return new ChangePlace(parts[0], Long.parseLong(parts[1]));
    }

    Position position() {
        return new Position(true, xid + "." + id, NONE);
    }
}
