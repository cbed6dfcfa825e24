package dev.byline.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Bean Validation's findings, with JSON Pointers instead of Java's property paths. */
public final class Violations {

    private Violations() {}

    /**
     * All findings as one problem; {@code skip} is the number of leading path nodes that are not
     * JSON (method, argument).
     */
    public static ProblemException problem(
            Set<? extends ConstraintViolation<?>> violations, int skip) {
        List<Flaw> flaws =
                violations.stream()
                        .map(
                                v ->
                                        Flaw.at(
                                                pointer(v.getPropertyPath(), skip),
                                                code(v),
                                                v.getMessage()))
                        .distinct()
                        .sorted(Comparator.comparing(Flaw::pointer).thenComparing(Flaw::detail))
                        .collect(Collectors.toList());
        return new ProblemException(Problem.INVALID_REQUEST, flaws);
    }

    private static String code(ConstraintViolation<?> violation) {
        String constraint =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> Flaw.REQUIRED;
            case "Size", "Min", "Max", "Length", "Range", "Past", "Future" -> Flaw.OUT_OF_RANGE;
            default -> Flaw.MALFORMED;
        };
    }

    private static String pointer(Path path, int skip) {
        StringBuilder pointer = new StringBuilder();
        int position = 0;
        for (Path.Node node : path) {
            if (position++ < skip) {
                continue;
            }
            // A list's index belongs to the node after it; <list element> nodes have no name of
            // their own.
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
