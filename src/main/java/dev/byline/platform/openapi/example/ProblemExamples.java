package dev.byline.platform.openapi.example;

import dev.byline.platform.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;

/** The catalogue of problem codes as examples, as the server itself writes them. */
public final class ProblemExamples {

    private ProblemExamples() {}

    public static void add(Components components, Problem problem) {
        if (components.getExamples() != null
                && components.getExamples().containsKey(problem.code())) {
            return;
        }
        components.addExample(
                problem.code(),
                OASFactory.createExample()
                        .summary(problem.title())
                        .description(problem.explanation())
                        .value(details(problem)));
    }

    private static Map<String, Object> details(Problem problem) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", "/problems/" + problem.code());
        details.put("title", problem.title());
        details.put("status", problem.status());
        details.put("detail", problem.explanation());
        details.put("code", problem.code());
        switch (problem) {
            case INVALID_REQUEST -> {
                details.put("detail", "Invalid request: limit: must be between 1 and 100");
                details.put("errors", List.of(flaw("parameter", "limit", "out-of-range")));
            }
            case NOT_PUBLISHABLE -> {
                details.put("detail", "Not publishable: /section: is needed for publishing");
                details.put("errors", List.of(flaw("pointer", "/section", "required")));
            }
            case STALE_VERSION -> details.put("version", 7);
            case TAKEN_DOWN -> details.put("reason", "legal");
            default -> {}
        }
        return details;
    }

    private static Map<String, Object> flaw(String kind, String place, String code) {
        Map<String, Object> flaw = new LinkedHashMap<>();
        flaw.put(kind, place);
        flaw.put("code", code);
        flaw.put(
                "detail",
                code.equals("required") ? "is needed for publishing" : "must be between 1 and 100");
        return flaw;
    }
}
