package dev.byline.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing wrong with a request: where it is (a JSON Pointer into the body, or a parameter), a
 * code and a sentence.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "One thing wrong with the request: where, which code, and a sentence for people")
public record Flaw(
        @Schema(description = "JSON Pointer (RFC 6901) into the body", examples = "/body/2/html")
                String pointer,
        @Schema(description = "Name of the query parameter or header", examples = "limit")
                String parameter,
        @Schema(required = true, examples = "required") String code,
        @Schema(required = true, examples = "must not be blank") String detail) {

    public static final String REQUIRED = "required";
    public static final String MALFORMED = "malformed";
    public static final String OUT_OF_RANGE = "out-of-range";
    public static final String UNKNOWN = "unknown";
    public static final String REPEATED = "repeated";
    public static final String CONFLICTING = "conflicting";
    public static final String WRONG_TYPE = "wrong-type";
    public static final String UNKNOWN_MEMBER = "unknown-member";
    public static final String UNKNOWN_REFERENCE = "unknown-reference";
    public static final String INVALID_TEXT = "invalid-text";
    public static final String MISSING_ALT = "missing-alt";
    public static final String MISSING_CREDIT = "missing-credit";
    public static final String MISSING_RIGHTS = "missing-rights";

    public static Flaw at(String pointer, String code, String detail) {
        return new Flaw(pointer, null, code, detail);
    }

    public static Flaw in(String parameter, String code, String detail) {
        return new Flaw(null, parameter, code, detail);
    }
}
