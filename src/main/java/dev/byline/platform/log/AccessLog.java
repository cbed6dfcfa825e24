package dev.byline.platform.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * One line for each request, on standard output, written by a thread of its own: a terminal or a
 * pipe that is slow to read stops no reply.
 */
@ApplicationScoped
public class AccessLog {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int GATHER_MILLIS = 20;

    // Their addresses are secrets: links to previews, and those in mails.
    private static final String PREVIEWS = "/v1/previews/";
    private static final String NOTICES = "/v1/notices/";

    private final boolean enabled;
    private final Lines lines = new Lines(MOST_BYTES);

    AccessLog(AccessLogConfig config) {
        enabled = config.enabled();
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            Thread thread = new Thread(this::write, "access-log");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        flush();
    }

    /**
     * @param status what was sent; negative if nothing was
     * @param nanos how long it took
     */
    public void line(HttpServerRequest request, int status, long bytes, long nanos, String trace) {
        String path = request.path();
        if (!enabled || path == null || path.startsWith(PREVIEWS) || path.startsWith(NOTICES)) {
            return;
        }
        lines.add(
                new Lines.Line(
                        System.currentTimeMillis(),
                        request.method().name(),
                        path,
                        status,
                        bytes,
                        nanos / 1_000_000,
                        trace));
    }

    private void write() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lines.await();
                Thread.sleep(GATHER_MILLIS);
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Two threads must not write at once: the lines of the second are the later ones.
    private synchronized void flush() {
        byte[] taken = lines.take();
        System.out.write(taken, 0, taken.length);
        System.out.flush();
    }
}
