package dev.byline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of each case, as a committed table: a row has the verdict on most of its cases, then
 * each other verdict with its cases.
 */
final class Verdicts {

    private static final Path FOLDER = Path.of("src/test/resources/corpora");
    private static final Path MADE = Path.of("target/corpora");

    private final String file;
    private final Map<String, Map<String, Set<String>>> rows = new TreeMap<>();
    private int count;

    Verdicts(String file) {
        this.file = file;
    }

    void note(String row, String item, String verdict) {
        rows.computeIfAbsent(row, name -> new TreeMap<>())
                .computeIfAbsent(verdict, name -> new TreeSet<>())
                .add(item);
        count++;
    }

    int count() {
        return count;
    }

    /** Against the committed table, which is of what a build has time for. */
    void compare() throws IOException {
        Files.createDirectories(MADE);
        Path made = MADE.resolve(file);
        Path committed = FOLDER.resolve(file);
        Files.writeString(made, text());
        if (Corpus.SHARE == 0) {
            assertThat(committed)
                    .as("cp %s %s, where that is meant", made, committed)
                    .hasSameTextualContentAs(made);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach(
                (row, verdicts) -> {
                    String most =
                            verdicts.entrySet().stream()
                                    .max(Comparator.comparing(entry -> entry.getValue().size()))
                                    .orElseThrow()
                                    .getKey();
                    text.append(row).append(" = ").append(most);
                    verdicts.forEach(
                            (verdict, items) -> {
                                if (!verdict.equals(most)) {
                                    text.append("; ").append(verdict).append(": ");
                                    text.append(String.join(" ", items));
                                }
                            });
                    text.append('\n');
                });
        return text.toString();
    }
}
