package dev.byline.given.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.given.contract.Document.Operation;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs after all tests: what the documents promise, and no test has seen, is no promise. */
@DisplayName("The tests")
class CoverageIT {

    private static final Path FOLDER = Path.of("src", "test", "resources", "openapi");

    /**
     * What any operation can give for its shape alone; one operation that shows it is enough for
     * each document.
     */
    private static final Set<String> ALIKE =
            Set.of("401", "403", "406", "413", "414", "415", "429", "431");

    /** Likewise, for those who share a status with codes of an operation's own. */
    private static final Set<String> ALIKE_CODES =
            Set.of("duplicate-in-flight", "idempotency-key-reused");

    /** What tests can't bring about at will by a request. */
    private static final Set<String> NOT_BY_REQUEST = Set.of("408", "500", "503", "507");

    @Test
    @DisplayName("see every operation, status and parameter of the documents at work")
    void everything() throws Exception {
        assumeTrue(Files.exists(Exercised.FOLDER), "no tests ran before");
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Exercised.FOLDER)) {
            for (Path process : processes) {
                List<String> seen = Files.readAllLines(process);
                assumeTrue(seen.get(0).equals(Exercised.WHOLE), "only some tests ran");
                lines.addAll(seen);
            }
        }
        Set<String> missing = new TreeSet<>();
        for (String name : List.of("content", "newsroom")) {
            Document document = Document.parse(Files.readString(FOLDER.resolve(name + ".json")));
            missing.addAll(missing(document, new HashSet<>(lines)));
        }
        List<String> excused =
                Files.readAllLines(FOLDER.resolve("unreached.txt")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(" # ", 2)[0])
                        .toList();

        assertThat(excused).as("excuses for what a test does see").isSubsetOf(missing);
        missing.removeAll(excused);
        assertThat(missing).as("what no test has seen").isEmpty();
    }

    private static Set<String> missing(Document document, Set<String> seen) {
        Set<String> missing = new TreeSet<>();
        Set<String> alike = new TreeSet<>();
        for (Operation operation : document.operations()) {
            operation
                    .node()
                    .get("responses")
                    .fieldNames()
                    .forEachRemaining(
                            status -> {
                                String line = operation.id() + " " + status;
                                if (NOT_BY_REQUEST.contains(status) || seen.contains(line)) {
                                    alike.add(status);
                                } else if (!ALIKE.contains(status)
                                        && !ALIKE_CODES.containsAll(
                                                codes(document, operation, status))) {
                                    missing.add(line);
                                }
                            });
            document.parameters(operation).stream()
                    .filter(parameter -> parameter.get("in").asText().equals("query"))
                    .map(parameter -> operation.id() + " ?" + parameter.get("name").asText())
                    .filter(line -> !seen.contains(line))
                    .forEach(missing::add);
        }
        ALIKE.stream()
                .filter(status -> declared(document, status) && !alike.contains(status))
                .forEach(status -> missing.add("any " + status));
        return missing;
    }

    private static Set<String> codes(Document document, Operation operation, String status) {
        Set<String> codes =
                Document.codes(document.resolve(operation.node().get("responses").get(status)));
        return codes.isEmpty() ? Set.of("none") : codes;
    }

    private static boolean declared(Document document, String status) {
        return document.operations().stream()
                .anyMatch(operation -> operation.node().get("responses").has(status));
    }
}
