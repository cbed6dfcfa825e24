package dev.byline.platform.database;

/** Byline cannot start safely; the message is the one plain line which the operator reads. */
public class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupRefused(String line) {
        super(line);
    }

    public StartupRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
