package dev.byline.platform.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A page about problem codes, for people. Constants only: nothing of the request is in it. */
record ProblemPage(String title, String content) {

    /** What one code means. */
    static ProblemPage of(Problem problem) {
        return new ProblemPage(
                problem.title(),
                """
                <p>%s</p>
                <p>Code: <code>%s</code></p>
                <p><a href="/problems">All problems</a></p>"""
                        .formatted(marked(problem.explanation()), problem.code()));
    }

    /** All codes. */
    static ProblemPage all() {
        return new ProblemPage(
                "Problems",
                Arrays.stream(Problem.values())
                        .map(
                                problem ->
                                        "<dt><a href=\"/problems/%s\"><code>%s</code></a> %d</dt>\n<dd>%s</dd>"
                                                .formatted(
                                                        problem.code(),
                                                        problem.code(),
                                                        problem.status(),
                                                        marked(problem.explanation())))
                        .collect(Collectors.joining("\n", "<dl>\n", "\n</dl>")));
    }

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                </head>
                <body>
                <h1>%1$s</h1>
                %2$s
                </body>
                </html>
                """
                .formatted(title, content);
    }

    // Markdown's marks for code; the explanations have no other.
    private static String marked(String text) {
        return text.replaceAll("`([^`]*)`", "<code>$1</code>");
    }
}
