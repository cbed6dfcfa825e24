package dev.byline;

import dev.byline.platform.database.StartupRefused;
import io.quarkus.runtime.QuarkusBindException;
import java.net.BindException;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Says in one plain line why Byline did not start; the stack is for those who log at debug. */
final class StartFailure {

    private StartFailure() {}

    static void report(Throwable failure) {
        System.err.println("Byline did not start: " + line(failure));
        Logger.getLogger(StartFailure.class).debug("Byline did not start", failure);
    }

    static String line(Throwable failure) {
        var root = failure;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupRefused) {
                return cause.getMessage();
            }
            if (cause instanceof QuarkusBindException bind) {
                return "port %d of %s cannot be used, another program may hold it; QUARKUS_HTTP_PORT sets another."
                        .formatted(bind.getPort(), bind.getHost());
            }
            root = cause;
        }
        if (root instanceof BindException) {
            return "the HTTP port cannot be used; QUARKUS_HTTP_PORT sets another.";
        }
        var message = String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return root instanceof SQLException
                ? "the database refused: " + message
                : message + " (" + root.getClass().getSimpleName() + ")";
    }
}
