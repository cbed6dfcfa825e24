package dev.byline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of settings is made from the code that reads them. */
@DisplayName("docs/configuration.md")
class ConfigurationReferenceTest {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path REFERENCE = Path.of("docs", "configuration.md");
    private static final Path ACTUAL = Path.of("target", "configuration.md");

    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)[^{]*?interface \\w+ \\{");
    private static final Pattern SETTING =
            Pattern.compile(
                    "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*((?:@\\w+(?:\\([^\\n]*\\))?\\s+)*)([\\w<>@(). ,]+?)\\s+(\\w+)\\(\\);",
                    Pattern.DOTALL);
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"(.*)\"\\)");

    private static final String HEAD =
            """
            # Settings of Byline

            Each as an environment variable, or as the property in `application.properties` or with `-D`. Quarkus has its own beside
            these, such as `QUARKUS_HTTP_PORT` and `QUARKUS_DATASOURCE_JDBC_URL`: see [operations](operations.md). This table is made
            from the code, and the build fails when it is not up to date.

            | variable | property | default | meaning |
            |---|---|---|---|
            """;

    @Test
    @DisplayName("is what the code reads")
    void upToDate() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher mapping = MAPPING.matcher(source);
                while (mapping.find()) {
                    read(mapping.group(1), body(source, mapping.end()), rows);
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(30);
        Files.createDirectories(ACTUAL.getParent());
        Files.writeString(ACTUAL, HEAD + String.join("\n", rows.values()) + "\n");

        assertThat(Files.readString(REFERENCE))
                .as("%s is old: cp %s %s", REFERENCE, ACTUAL, REFERENCE)
                .isEqualTo(Files.readString(ACTUAL));
    }

    private static void read(String prefix, String body, Map<String, String> rows) {
        String own = body;
        for (String name : nested(body)) {
            own = own.replace(nestedBody(body, name), "");
        }
        Matcher setting = SETTING.matcher(own);
        while (setting.find()) {
            String property = prefix + "." + kebab(setting.group(4));
            String type = setting.group(3).strip();
            if (nested(body).contains(type)) {
                read(property, nestedBody(body, type), rows);
            } else {
                rows.put(property, row(property, setting.group(2), setting.group(1)));
            }
        }
    }

    private static String row(String property, String annotations, String javadoc) {
        Matcher value = DEFAULT.matcher(annotations);
        return "| `%s` | `%s` | %s | %s |"
                .formatted(
                        property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                        property,
                        value.find() ? "`" + value.group(1) + "`" : "",
                        javadoc.replaceAll("\\s*\\n\\s*\\* ?", " ")
                                .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
                                .replaceAll("\\s+", " ")
                                .replace("|", "\\|")
                                .strip());
    }

    private static List<String> nested(String body) {
        return Pattern.compile("interface (\\w+) \\{")
                .matcher(body)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String nestedBody(String body, String name) {
        String start = "interface " + name + " {";
        return body(body, body.indexOf(start) + start.length());
    }

    /** From behind an opening brace to the one that closes it. */
    private static String body(String source, int from) {
        int depth = 1;
        int to = from;
        while (depth > 0) {
            char sign = source.charAt(to++);
            // Braces of Javadoc tags come in pairs.
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
        }
        return source.substring(from, to - 1);
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
