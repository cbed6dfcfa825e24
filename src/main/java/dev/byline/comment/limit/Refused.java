package dev.byline.comment.limit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is refused until when; the oldest entries give way, so that no flood fills the memory. */
final class Refused {

    private static final int MOST = 10_000;

    private final Map<String, Instant> until =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > MOST;
                }
            };

    private Object rule;

    synchronized Optional<Instant> until(String block, Object inForce, Instant now) {
        if (!inForce.equals(rule)) {
            // Another quota was set: who is refused is decided anew.
            until.clear();
            rule = inForce;
        }
        Instant end = until.get(block);
        if (end != null && !end.isAfter(now)) {
            until.remove(block);
            return Optional.empty();
        }
        return Optional.ofNullable(end);
    }

    synchronized void add(String block, Instant end, Instant now) {
        if (end.isAfter(now)) {
            until.put(block, end);
        }
    }

    synchronized int size() {
        return until.size();
    }
}
