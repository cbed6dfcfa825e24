package dev.byline.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.media.metadata.Attribution.Creator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/attribution.md. */
@DisplayName("A credit line")
class CreditLineTest {

    @ParameterizedTest(name = "{0} | {1} | {2} | {3} | {4} → {5}")
    @CsvSource(
            delimiter = '|',
            value = {
                // makers                     | credit                   | source          | holder
                //    | notice             | printed
                "Jane Doe                     | Reuters                  |                 |            |                    | Jane Doe/Reuters",
                "Jane Doe                     |                          | Reuters         |            |                    | Jane Doe/Reuters",
                "Jane Doe                     | Reuters                  | Reuters         |            |                    | Jane Doe/Reuters",
                "Jane Doe                     | AFP via Getty Images     | AFP             |            |                    | Jane Doe/AFP via Getty Images",
                "Jane Doe                     | AFP / Getty Images       |                 |            |                    | Jane Doe/AFP/Getty Images",
                "Jane Doe                     | via Getty Images         |                 |            |                    | Jane Doe via Getty Images",
                "Jane Doe                     | Jane Doe/Reuters         | Reuters         |            |                    | Jane Doe/Reuters",
                "JANE DOE                     | Jane Doe / Reuters       |                 |            |                    | Jane Doe/Reuters",
                "Jané Doe                     | Jane Doe for The Courier |                 |            |                    | Jane Doe for The Courier",
                "Jane Doe/Reuters             | REUTERS                  |                 |            |                    | Jane Doe/Reuters",
                "Jane Doe                     | Jane Doe                 | Jane Doe        | Jane Doe   |                    | Jane Doe",
                "Jane Doe                     |                          |                 | Reuters    |                    | Jane Doe/Reuters",
                "Jane Doe                     |                          |                 | Jane Doe   | © 2026 Jane Doe    | Jane Doe",
                "Jane Doe;John Roe            | AP                       |                 |            |                    | Jane Doe, John Roe/AP",
                "Jane Doe;JANE  DOE           | AP                       |                 |            |                    | Jane Doe/AP",
                "A One;B Two;C Three;D Four   | AP                       |                 |            |                    | A One, B Two, C Three et al./AP",
                "Jane Doe;John Roe            | Jane Doe/AP              |                 |            |                    | John Roe/Jane Doe/AP",
                "                             | Reuters                  | Reuters         |            |                    | Reuters",
                "                             |                          | Reuters         |            |                    | Reuters",
                "                             |                          |                 | Jane Doe   | © 2026 Jane Doe    | Jane Doe",
                "                             |                          |                 |            | © 2026 Jane Doe    | © 2026 Jane Doe",
                "                             | Handout                  | Varnholt Fire   |            |                    | Handout via Varnholt Fire",
                "Jane Doe                     | HANDOUT                  |                 |            |                    | Handout via Jane Doe",
                "                             | Handout                  |                 |            |                    | Handout",
                "                             | Courtesy of              | The Doe family  |            |                    | Courtesy of The Doe family",
                "Jane Doe                     | Courtesy of Jane Doe     |                 |            |                    | Courtesy of Jane Doe",
                "Jane Doe                     | Handout via the city     | City            |            |                    | Handout via the city",
                "Jane Doe                     | © Jane Doe               |                 |            |                    | © Jane Doe",
                "unknown                      | n/a                      | -               |            |                    | Uncredited",
                "unknown                      |                          | Reuters         |            |                    | Reuters",
                "Jane Doe                     | /                        |                 |            |                    | Jane Doe",
                "  Jane    Doe                | Reuters/                 |                 |            |                    | Jane Doe/Reuters",
                "Анна Петрова                 | ТАСС                     |                 |            |                    | Анна Петрова/ТАСС",
                "王小明                        | 新华社                    |                 |            |                    | 王小明/新华社",
                "Ann Lee                      | Joann Leeds              |                 |            |                    | Ann Lee/Joann Leeds",
                "                             |                          |                 |            |                    | Uncredited"
            })
    void table(
            String makers,
            String credit,
            String source,
            String holder,
            String notice,
            String line) {
        List<Creator> creators =
                Stream.of((makers == null ? "" : makers).split(";"))
                        .map(name -> new Creator(name, null))
                        .toList();
        Attribution attribution =
                new Attribution(credit, creators, source, notice, holder, null, null, null, null);
        assertThat(CreditLine.of(attribution)).isEqualTo(line);
        assertThat(CreditLine.of(attribution.printed())).as("printed twice").isEqualTo(line);
    }

    @ParameterizedTest(name = "of {0} characters is cut")
    @CsvSource({"400", "5000"})
    void bounded(int length) {
        Attribution attribution =
                new Attribution(
                        "x".repeat(length), List.of(), null, null, null, null, null, null, null);
        assertThat(CreditLine.of(attribution)).hasSize(Attribution.MAX_LINE);
    }
}
