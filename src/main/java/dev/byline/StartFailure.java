package dev.byline;

import dev.byline.platform.database.StartupRefused;
import io.quarkus.runtime.QuarkusBindException;
import java.io.IOException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Says in one plain line why Byline did not start; the stack is for those who log at debug. */
final class StartFailure {

    private StartFailure() {}

    static void report(Throwable failure) {
        System.err.println("Byline did not start: " + line(failure));
        Logger.getLogger(StartFailure.class).debug("Byline did not start", failure);
    }

    static String line(Throwable failure) {
        var line = failure.toString();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            line = message(cause);
            if (cause instanceof StartupRefused || cause instanceof QuarkusBindException) {
                break;
            }
            if (cause instanceof SQLException sql) {
                line = "The database refused: " + reason(sql);
                break;
            }
        }
        return line.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String message(Throwable cause) {
        if (cause instanceof QuarkusBindException bind) {
            return "Port %d of %s cannot be used: stop the program that holds it or set another QUARKUS_HTTP_PORT."
                    .formatted(bind.getPort(), bind.getHost());
        }
        if (cause instanceof FlywayException) {
            return "The schema of the database does not fit: "
                    + cause.getMessage().replaceFirst("(?s)\\s*Need more flexibility.*", "");
        }
        var message =
                String.valueOf(cause.getMessage()).replaceAll("(java[.a-zA-Z]+: )?SRCFG\\d+: ", "");
        return cause.getMessage() == null || cause instanceof NullPointerException
                ? cause.toString()
                : message;
    }

    /** The driver's own message says only that the attempt failed. */
    private static String reason(SQLException failure) {
        return failure.getCause() instanceof IOException io
                ? failure.getMessage() + " (" + io.getMessage() + ")"
                : failure.getMessage();
    }
}
