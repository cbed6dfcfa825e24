package dev.byline.platform.openapi;

import dev.byline.platform.openapi.example.ProblemExamples;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemDetails;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The replies from 400 up, each with the codes that this operation can give: those of its own
 * rules, and those that its shape implies. Operations with the same codes share a component.
 */
final class ProblemReplies {

    private static final Set<Problem> ANYWHERE =
            EnumSet.of(
                    Problem.INVALID_REQUEST,
                    Problem.URI_TOO_LONG,
                    Problem.HEADERS_TOO_LARGE,
                    Problem.INTERNAL_ERROR,
                    Problem.UNAVAILABLE);
    private static final Set<Problem> WITH_A_KEY =
            EnumSet.of(Problem.UNAUTHENTICATED, Problem.FORBIDDEN, Problem.TOO_MANY_REQUESTS);
    private static final Set<Problem> WITH_A_BODY =
            EnumSet.of(Problem.REQUEST_TIMEOUT, Problem.TOO_LARGE, Problem.UNSUPPORTED_MEDIA_TYPE);
    private static final Set<Problem> WITH_A_FILE =
            EnumSet.of(
                    Problem.BROKEN_FILE,
                    Problem.TOO_MANY_PIXELS,
                    Problem.UNSUPPORTED_FILE,
                    Problem.STORAGE_FULL);

    /** What a path says to a method that it does not have: no operation can declare it. */
    private static final String ANY_PATH = "x-any-path";

    private static final String RESPONSES = "#/components/responses/";

    private final OpenAPI document;
    private final Map<String, Facts> facts;
    private final boolean newsroom;

    private ProblemReplies(OpenAPI document, Map<String, Facts> facts, boolean newsroom) {
        this.document = document;
        this.facts = facts;
        this.newsroom = newsroom;
    }

    static void declare(OpenAPI document, Map<String, Facts> facts, boolean newsroom) {
        ProblemReplies replies = new ProblemReplies(document, facts, newsroom);
        Operations.paths(document)
                .forEach(
                        path ->
                                path.getOperations()
                                        .forEach(
                                                (method, operation) ->
                                                        replies.declare(path, method, operation)));
        document.addExtension(
                ANY_PATH,
                Map.of(
                        String.valueOf(Problem.METHOD_NOT_ALLOWED.status()),
                        Map.of(
                                "$ref",
                                RESPONSES
                                        + replies.component(List.of(Problem.METHOD_NOT_ALLOWED)))));
    }

    private void declare(PathItem path, HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        // Those of Quarkus have words of its own, and no body.
        List.copyOf(responses.getAPIResponses().keySet()).stream()
                .filter(code -> code.compareTo("400") >= 0)
                .forEach(responses::removeAPIResponse);
        problems(path, method, operation).stream()
                .collect(Collectors.groupingBy(Problem::status))
                .forEach(
                        (status, problems) ->
                                responses.addAPIResponse(
                                        String.valueOf(status),
                                        OASFactory.createAPIResponse().ref(component(problems))));
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private Set<Problem> problems(PathItem path, HttpMethod method, Operation operation) {
        Facts known = Facts.of(facts, operation.getOperationId());
        Set<Problem> problems = EnumSet.copyOf(ANYWHERE);
        problems.addAll(known.refuses());
        if (newsroom) {
            problems.addAll(WITH_A_KEY);
        }
        if (known.negotiated()) {
            problems.add(Problem.NOT_ACCEPTABLE);
        }
        for (Parameter parameter : Operations.parameters(path, operation)) {
            if (parameter.getIn() == Parameter.In.PATH) {
                problems.add(Problem.NOT_FOUND);
            }
            if ("If-Match".equals(parameter.getName())) {
                problems.add(Problem.STALE_VERSION);
                problems.add(Problem.VERSION_REQUIRED);
            }
            if (parameter.getIn() == Parameter.In.PATH && "article".equals(parameter.getName())) {
                problems.add(Problem.TAKEN_DOWN);
            }
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(WITH_A_BODY);
            boolean file =
                    operation.getRequestBody().getContent().hasMediaType("multipart/form-data");
            problems.add(Problem.MALFORMED_JSON);
            if (file) {
                problems.addAll(WITH_A_FILE);
            }
        }
        if (method == HttpMethod.POST) {
            problems.add(Problem.DUPLICATE_IN_FLIGHT);
            problems.add(Problem.IDEMPOTENCY_KEY_REUSED);
        }
        return problems;
    }

    private String component(List<Problem> problems) {
        String name =
                problems.stream()
                        .map(problem -> words(problem.code()))
                        .collect(Collectors.joining("Or"));
        Components components = Operations.components(document);
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponse(name, reply(problems));
        }
        return name;
    }

    private static String words(String code) {
        return Arrays.stream(code.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining());
    }

    private APIResponse reply(List<Problem> problems) {
        MediaType body =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        for (Problem problem : problems) {
            ProblemExamples.add(Operations.components(document), problem);
            body.addExample(problem.code(), OASFactory.createExample().ref(problem.code()));
        }
        APIResponse reply =
                OASFactory.createAPIResponse()
                        .description(
                                problems.stream()
                                        .map(
                                                problem ->
                                                        "- `%s`: %s"
                                                                .formatted(
                                                                        problem.code(),
                                                                        problem.explanation()))
                                        .collect(Collectors.joining("\n")))
                        .content(
                                OASFactory.createContent()
                                        .addMediaType(ProblemDetails.MEDIA_TYPE, body));
        ReplyHeaders.ofProblems(document, reply, problems, newsroom);
        return reply;
    }
}
