package dev.byline.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every reply from 400 up (RFC 9457, {@code application/problem+json}). */
@Schema(name = "Problem", description = "Problem details (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "code",
    "errors",
    "version",
    "reason"
})
public record ProblemDetails(
        @Schema(required = true, description = "Address of a page that explains the code")
                String type,
        @Schema(required = true) String title,
        @Schema(required = true) int status,
        @Schema(required = true, description = "What happened this time") String detail,
        @Schema(required = true, description = "The path as requested", examples = "/v1/articles")
                String instance,
        @Schema(required = true, description = "Stable code for programs") String code,
        @Schema(description = "Each thing that is wrong with the request") List<Flaw> errors,
        @Schema(description = "The current version, with `stale-version`") Long version,
        @Schema(description = "Why, with `taken-down`", examples = "\"legal\"") String reason) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The details of a problem met at a path. */
    public static ProblemDetails of(Problem problem, String detail, String instance) {
        return new ProblemDetails(
                "/problems/" + problem.code(),
                problem.title(),
                problem.status(),
                detail,
                instance,
                problem.code(),
                null,
                null,
                null);
    }

    /** The details of a problem on its way to the client. */
    public static ProblemDetails of(ProblemException e, String instance) {
        ProblemDetails d = of(e.problem(), e.getMessage(), instance);
        return new ProblemDetails(
                d.type,
                d.title,
                d.status,
                d.detail,
                d.instance,
                d.code,
                e.flaws().isEmpty() ? null : e.flaws(),
                e.version(),
                e.reason());
    }
}
