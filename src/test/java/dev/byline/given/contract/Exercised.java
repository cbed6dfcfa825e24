package dev.byline.given.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What of the documents the tests of this run have seen at work: a line for each status and each
 * parameter of an operation. {@code CoverageIT} reads it after the tests.
 */
public final class Exercised {

    /** A file for each process that runs tests. */
    public static final Path FOLDER = Path.of("target", "contract");

    private static final Path FILE =
            FOLDER.resolve("exercised-" + System.getProperty("test.fork", "1") + ".txt");

    /** The first line, when no test was left out. */
    public static final String WHOLE = "all tests";

    private static final String BEGUN = "contract.exercised";
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private Exercised() {}

    static void note(String operation, Exchange exchange) {
        add(operation + " " + exchange.status());
        if (exchange.status() < 400) {
            exchange.query().keySet().forEach(name -> add(operation + " ?" + name));
        }
    }

    private static void add(String line) {
        begin();
        if (SEEN.add(line)) {
            write(line, StandardOpenOption.APPEND);
        }
    }

    // Each application has a class loader of its own; the system's properties are shared by all,
    // and
    // must be strings.
    private static synchronized void begin() {
        if (System.getProperty(BEGUN) == null) {
            System.setProperty(BEGUN, "true");
            boolean some =
                    System.getProperty("test") != null || System.getProperty("groups") != null;
            write(
                    some ? "some tests" : WHOLE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        }
    }

    private static synchronized void write(String line, StandardOpenOption... options) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FILE, line + "\n", options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
