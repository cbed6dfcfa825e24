package dev.byline.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;

/** What Jackson refused, said in words of JSON: no class name, no offset into a buffer. */
public final class BadJson {

    private BadJson() {}

    /** The problem for one of Jackson's exceptions. */
    public static ProblemException problem(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException problem) {
                    return problem;
                }
                if (cause instanceof InvalidText text) {
                    return one(mapping, Flaw.INVALID_TEXT, text.getMessage());
                }
            }
            if (e.getCause() instanceof JsonProcessingException syntax
                    && !(syntax instanceof JsonMappingException)) {
                return malformed(syntax);
            }
            if (!mapping.getPath().isEmpty() || e instanceof MismatchedInputException) {
                return mapped(mapping);
            }
        }
        return malformed(e);
    }

    private static ProblemException mapped(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return one(e, Flaw.UNKNOWN_MEMBER, "is not a member here");
        }
        if (e instanceof InvalidTypeIdException type) {
            String id = type.getTypeId();
            return one(
                    e,
                    Flaw.UNKNOWN,
                    id == null ? "needs a member \"type\"" : "is of an unknown type");
        }
        if (e.getPath().isEmpty()
                && e.getOriginalMessage() != null
                && e.getOriginalMessage().startsWith("No content")) {
            return Problem.MALFORMED_JSON.because("The body is empty.");
        }
        return one(e, Flaw.WRONG_TYPE, "has the wrong JSON type or an unknown value");
    }

    private static ProblemException one(JsonMappingException e, String code, String detail) {
        return new ProblemException(
                Problem.INVALID_REQUEST, List.of(Flaw.at(pointer(e), code, detail)));
    }

    private static ProblemException malformed(JsonProcessingException e) {
        String where =
                e.getLocation() == null
                        ? ""
                        : " at line %d, column %d"
                                .formatted(
                                        e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        return Problem.MALFORMED_JSON.because(
                "The body is not well-formed JSON%s.".formatted(where));
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(
                        r ->
                                r.getFieldName() != null
                                        ? escape(r.getFieldName())
                                        : String.valueOf(r.getIndex()))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String escape(String name) {
        String shown = name.length() > 100 ? name.substring(0, 100) : name;
        return shown.replace("~", "~0").replace("/", "~1");
    }
}
