package dev.byline.platform.problem;

import java.sql.SQLException;
import java.util.Optional;

/** What the database's own errors mean to a client. */
public final class DatabaseFailure {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private DatabaseFailure() {}

    /**
     * The problem behind a failure; empty when no database, or no known state of one, caused it.
     */
    public static Optional<ProblemException> problem(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.ofNullable(of(sql));
            }
        }
        return Optional.empty();
    }

    private static ProblemException of(SQLException e) {
        String state = e.getSQLState();
        if (state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("57")
                || state.startsWith("53")) {
            // No connection, a circle of locks, cancelled by statement_timeout, shutting down, out
            // of resources.
            return Problem.UNAVAILABLE
                    .because("The database did not answer in time.")
                    .with("Retry-After", 2);
        }
        if (state.equals(UNIQUE_VIOLATION) && String.valueOf(e.getMessage()).contains("slug")) {
            return Problem.SLUG_TAKEN.because("Another item took this slug at the same moment.");
        }
        if (state.equals(FOREIGN_KEY_VIOLATION)) {
            return Problem.IN_USE.because(
                    "Something else refers to this item, or it refers to one that is gone.");
        }
        return null;
    }
}
