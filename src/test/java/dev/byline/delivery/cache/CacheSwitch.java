package dev.byline.delivery.cache;

import dev.byline.delivery.reply.SurrogateKeys;
import io.quarkus.arc.Arc;

/** Turns the cache off for what a test wants to see made, and looks into it. */
public final class CacheSwitch {

    private CacheSwitch() {}

    public static void off() {
        trust().suspend(true);
    }

    public static void on() {
        trust().suspend(false);
    }

    /** Empties it. */
    public static void empty() {
        copies().invalidate(java.util.List.of(SurrogateKeys.EVERYTHING));
    }

    /** Whether the reply to {@code GET} of this path, and query, is kept. */
    public static boolean holds(String address) {
        int query = address.indexOf('?');
        String key =
                query < 0
                        ? address
                        : Arc.container()
                                .instance(RequestKeys.class)
                                .get()
                                .of(address.substring(0, query), address.substring(query + 1));
        return key != null && copies().get(key) != null;
    }

    /** How many public reads may be made at a time. */
    public static void limit(int reads) {
        Arc.container().instance(Crowd.class).get().limit(reads);
    }

    private static Copies copies() {
        return Arc.container().instance(Copies.class).get();
    }

    private static Trust trust() {
        return Arc.container().instance(Trust.class).get();
    }
}
