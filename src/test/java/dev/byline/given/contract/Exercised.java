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

    public static final Path FILE = Path.of("target", "contract", "exercised.txt");

    /** The first line, when no test was left out. */
    public static final String WHOLE = "all tests";

    private static final String KEY = "byline.contract.exercised";

    private Exercised() {}

    static void note(String operation, Exchange exchange) {
        add(operation + " " + exchange.status());
        if (exchange.status() < 400) {
            exchange.query().keySet().forEach(name -> add(operation + " ?" + name));
        }
    }

    private static void add(String line) {
        if (seen().add(line)) {
            write(line, StandardOpenOption.APPEND);
        }
    }

    // Each application has a class loader of its own; the system's properties are shared by all.
    @SuppressWarnings("unchecked")
    private static synchronized Set<String> seen() {
        Object seen = System.getProperties().get(KEY);
        if (seen == null) {
            seen = ConcurrentHashMap.<String>newKeySet();
            System.getProperties().put(KEY, seen);
            boolean some =
                    System.getProperty("test") != null || System.getProperty("groups") != null;
            write(
                    some ? "some tests" : WHOLE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        }
        return (Set<String>) seen;
    }

    private static synchronized void write(String line, StandardOpenOption... options) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line + "\n", options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
