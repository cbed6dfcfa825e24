package dev.byline.platform.openapi.example;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemDetails;
import dev.byline.platform.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;

/** The catalogue of problem codes as examples, as the server itself writes them. */
public final class ProblemExamples {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ID = "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55";
    private static final String NEWSROOM = "/v1/newsroom/articles/";
    private static final String ARTICLE =
            "/v1/articles/" + RecordedExamples.text("getArticle", "/slug");

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
        return MAPPER.convertValue(
                ProblemDetails.of(met(problem), address(problem)),
                new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static ProblemException met(Problem problem) {
        Flaws flaws = new Flaws();
        return switch (problem) {
            case INVALID_REQUEST -> {
                flaws.in("limit", Flaw.OUT_OF_RANGE, "must be at most 100");
                yield flaws.problem(problem);
            }
            case NOT_PUBLISHABLE -> {
                flaws.at("/section", Flaw.REQUIRED, "is needed for publishing");
                yield flaws.problem(problem);
            }
            case MALFORMED_JSON ->
                    problem.because("The body is not well-formed JSON at line 1, column 15.");
            case UNAUTHENTICATED ->
                    problem.because("Send a valid key as Authorization: Bearer byl_….");
            case STALE_VERSION -> problem.because("The current version is 7.").current(7);
            case TAKEN_DOWN -> problem.because(problem.explanation()).reason("legal");
            default -> problem.because(problem.explanation());
        };
    }

    /** Where one meets it. */
    private static String address(Problem problem) {
        return switch (problem) {
            case INVALID_REQUEST,
                    URI_TOO_LONG,
                    HEADERS_TOO_LARGE,
                    NOT_ACCEPTABLE,
                    INTERNAL_ERROR,
                    UNAVAILABLE ->
                    "/v1/articles";
            case NOT_FOUND -> "/v1/articles/no-such-article";
            case TAKEN_DOWN, METHOD_NOT_ALLOWED -> ARTICLE;
            case COMMENTS_CLOSED, TOO_MANY_REQUESTS -> ARTICLE + "/comments";
            case EDIT_WINDOW_CLOSED -> "/v1/comments/" + ID;
            case RIGHTS_EXPIRED, RANGE_NOT_SATISFIABLE ->
                    RecordedExamples.text("getMedia", "/renditions/0/url");
            case BROKEN_FILE, UNSUPPORTED_FILE, TOO_MANY_PIXELS, STORAGE_FULL, MEDIA_EXISTS ->
                    "/v1/newsroom/media";
            case LAST_ADMIN_KEY -> "/v1/newsroom/keys/" + ID;
            case IN_USE -> "/v1/newsroom/tags/" + ID;
            case NOT_PUBLISHABLE, REVIEW_REQUIRED, FORBIDDEN_TRANSITION ->
                    NEWSROOM + ID + "/publish";
            case NOT_RESTORABLE -> NEWSROOM + ID + "/revisions/1/restore";
            default -> NEWSROOM + ID;
        };
    }
}
