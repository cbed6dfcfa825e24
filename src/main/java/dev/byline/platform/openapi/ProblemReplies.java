package dev.byline.platform.openapi;

import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemDetails;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The replies from 400 up: one component for each status, with the catalogue of its codes, and a
 * reference from each operation that can give it. A resource need only declare those of its own
 * rules, by status and description.
 */
final class ProblemReplies {

    // With words of its own, and without a body.
    private static final Set<Integer> ADDED_BY_QUARKUS = Set.of(400, 401, 403);

    private static final int TOO_MANY = 429;
    private static final String DRAFT = " (draft-ietf-httpapi-ratelimit-headers-10)";
    private static final Map<String, String> LIMITS =
            Map.of(
                    "Retry-After",
                    "Seconds until the next try",
                    "RateLimit",
                    "What is left of the limit, and for how long" + DRAFT,
                    "RateLimit-Policy",
                    "The limit and its window in seconds" + DRAFT);

    private final Set<Integer> used = new TreeSet<>();
    private final boolean newsroom;

    private ProblemReplies(boolean newsroom) {
        this.newsroom = newsroom;
    }

    static void declare(OpenAPI document, boolean newsroom) {
        ProblemReplies replies = new ProblemReplies(newsroom);
        Operations.paths(document)
                .forEach(
                        path ->
                                path.getOperations()
                                        .forEach(
                                                (method, operation) ->
                                                        replies.declare(path, method, operation)));
        replies.used.forEach(
                status ->
                        Operations.components(document)
                                .addResponse(component(status), reply(status)));
    }

    private void declare(PathItem path, HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        for (int status : statuses(path, method, operation)) {
            String code = String.valueOf(status);
            APIResponse own = responses.getAPIResponse(code);
            if (own == null || ADDED_BY_QUARKUS.contains(status)) {
                responses.addAPIResponse(
                        code, OASFactory.createAPIResponse().ref(component(status)));
                used.add(status);
            } else if (own.getRef() == null) {
                own.setContent(content());
            }
        }
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private Set<Integer> statuses(PathItem path, HttpMethod method, Operation operation) {
        Set<Integer> statuses = new TreeSet<>(Set.of(406, 500, 503));
        if (newsroom) {
            statuses.addAll(Set.of(401, 403, 429));
        }
        for (Parameter parameter : Operations.parameters(path, operation)) {
            statuses.add(400);
            if (parameter.getIn() == Parameter.In.PATH) {
                statuses.add(404);
            }
            if ("If-Match".equals(parameter.getName())) {
                statuses.addAll(Set.of(412, 428));
            }
            if ("article".equals(parameter.getName())) {
                statuses.add(410);
            }
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of(400, 408, 413, 415));
        }
        if (method == HttpMethod.POST) {
            statuses.addAll(Set.of(400, 409, 422));
        }
        operation.getResponses().getAPIResponses().keySet().stream()
                .filter(code -> code.matches("[45][0-9]{2}"))
                .map(Integer::valueOf)
                .forEach(statuses::add);
        return statuses;
    }

    private static String component(int status) {
        return "Problem" + status;
    }

    private static APIResponse reply(int status) {
        String codes =
                Stream.of(Problem.values())
                        .filter(problem -> problem.status() == status)
                        .map(
                                problem ->
                                        "- `%s`: %s"
                                                .formatted(problem.code(), problem.explanation()))
                        .collect(Collectors.joining("\n"));
        APIResponse reply = OASFactory.createAPIResponse().description(codes).content(content());
        if (status == TOO_MANY) {
            LIMITS.forEach((name, text) -> reply.addHeader(name, header(text)));
        }
        return reply;
    }

    private static Header header(String text) {
        return OASFactory.createHeader()
                .description(text)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemDetails.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }
}
