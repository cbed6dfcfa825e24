package dev.byline.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.platform.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of problem codes is made from the code that has them. */
@DisplayName("docs/errors.md")
class ErrorReferenceTest {

    private static final Path REFERENCE = Path.of("docs", "errors.md");
    private static final Path ACTUAL = Path.of("target", "errors.md");

    private static final String HEAD =
            """
            # Problem codes

            Every refusal is `application/problem+json` (RFC 9457), and its `code` is one of these; `type` leads to a page about it. Which
            operation can answer with which is in the OpenAPI documents. This table is made from the code, and the build fails when it is not
            up to date.

            | code | status | meaning |
            |---|---|---|
            """;

    @Test
    @DisplayName("is what the code has")
    void upToDate() throws IOException {
        String rows =
                Arrays.stream(Problem.values())
                        .map(
                                problem ->
                                        "| `%s` | %d | %s |\n"
                                                .formatted(
                                                        problem.code(),
                                                        problem.status(),
                                                        problem.explanation()))
                        .collect(Collectors.joining());
        Files.createDirectories(ACTUAL.getParent());
        Files.writeString(ACTUAL, HEAD + rows);

        assertThat(REFERENCE)
                .as("%s is old: cp %s %s", REFERENCE, ACTUAL, REFERENCE)
                .hasSameTextualContentAs(ACTUAL);
    }
}
