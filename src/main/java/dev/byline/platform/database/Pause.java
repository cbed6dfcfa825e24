package dev.byline.platform.database;

final class Pause {

    private Pause() {}

    /** Sleeps; an interrupt ends the sleep early and is kept for the caller. */
    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
