package dev.byline.platform.entity;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The version that an item had when the running request found it to be the one that {@code
 * If-Match} names, be it by {@code *}.
 */
@RequestScoped
public class Expected {

    private Long version;

    /** Compares, as {@link Aggregate#expect}, and remembers. */
    public void is(Aggregate aggregate, String ifMatch) {
        aggregate.expect(ifMatch);
        version = aggregate.version();
    }

    /** The version; empty where nothing was compared. */
    public Optional<Long> version() {
        return Optional.ofNullable(version);
    }
}
