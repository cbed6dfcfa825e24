package dev.byline.access.rights;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A row of the table of rights: an operation and who may call it. */
record Row(String method, String path, Set<String> callers) {

    static final String EVERYBODY = "everybody";
    static final String OWN = "writer-own";

    private static final Path TABLE = Path.of("src", "test", "resources", "rights.txt");

    static List<Row> all() {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row parse(String line) {
        String[] columns = line.split("\\s*\\|\\s*");
        String[] operation = columns[0].split("\\s+");
        Set<String> callers =
                Stream.of(columns[1].split("\\s+")).collect(toCollection(LinkedHashSet::new));
        return new Row(operation[0], operation[1], callers);
    }

    String operation() {
        return method + " " + path;
    }

    boolean open() {
        return callers.contains(EVERYBODY);
    }

    boolean allows(String role) {
        return callers.contains(role) || role.equals("writer") && callers.contains(OWN);
    }

    @Override
    public String toString() {
        return operation();
    }
}
