package dev.byline.platform.problem;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a disk without room means to a client. */
public final class DiskFull {

    // The JDK has no type for it, only what the system says.
    private static final Pattern SAID =
            Pattern.compile("(?i)no space left|not enough space|disk quota exceeded");

    private DiskFull() {}

    /** The problem behind a failure; empty when something else caused it. */
    public static Optional<ProblemException> problem(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && cause.getMessage() != null
                    && SAID.matcher(cause.getMessage()).find()) {
                return Optional.of(
                        Problem.STORAGE_FULL.because(Problem.STORAGE_FULL.explanation()));
            }
        }
        return Optional.empty();
    }
}
