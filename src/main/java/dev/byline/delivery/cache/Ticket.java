package dev.byline.delivery.cache;

import dev.byline.delivery.reply.Copy;
import java.util.function.Consumer;

/** A rendering under way: what it was asked, and which changes were known when it began. */
public final class Ticket {

    /** Where a request holds its own. */
    public static final String NAME = "byline.cache.ticket";

    final String request;
    final String template;
    final long begun;
    private final Consumer<Copy> landed;
    private boolean done;

    Ticket(String request, String template, long begun, Consumer<Copy> landed) {
        this.request = request;
        this.template = template;
        this.begun = begun;
        this.landed = landed;
    }

    /** Tells whoever waits; null when there is nothing that others may get. Once. */
    void land(Copy copy) {
        synchronized (this) {
            if (done) {
                return;
            }
            done = true;
        }
        landed.accept(copy);
    }
}
