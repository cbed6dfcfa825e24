package dev.byline.platform.openapi;

import static dev.byline.platform.openapi.HeaderKinds.CACHE;
import static dev.byline.platform.openapi.HeaderKinds.ETAG;
import static dev.byline.platform.openapi.HeaderKinds.LOCATION;
import static dev.byline.platform.openapi.HeaderKinds.RETRY;
import static dev.byline.platform.openapi.HeaderKinds.TRACE;
import static dev.byline.platform.openapi.HeaderKinds.VARY;

import dev.byline.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of replies, and the replies that are headers only: {@code 304} and {@code 308}. */
final class ReplyHeaders {

    private static final String NOTHING_NEW = "304";
    private static final String NOT_CHANGED = "NotChanged";
    private static final String MOVED = "Moved";
    private static final Set<String> FORMER_SLUGS = Set.of("article", "section", "tag", "author");

    /** Takes a version, and replies with a receipt. */
    private static final Set<String> UNVERSIONED = Set.of("eraseCommenter");

    private static final Set<Integer> WAIT = Set.of(429, 503);
    private static final Set<Integer> LATER = Set.of(409);

    private final OpenAPI document;
    private final Map<String, Facts> facts;
    private final boolean newsroom;

    private ReplyHeaders(OpenAPI document, Map<String, Facts> facts, boolean newsroom) {
        this.document = document;
        this.facts = facts;
        this.newsroom = newsroom;
    }

    static void declare(OpenAPI document, Map<String, Facts> facts, boolean newsroom) {
        ReplyHeaders headers = new ReplyHeaders(document, facts, newsroom);
        document.getPaths()
                .getPathItems()
                .forEach(
                        (address, path) ->
                                path.getOperations()
                                        .values()
                                        .forEach(
                                                operation ->
                                                        headers.declare(address, path, operation)));
    }

    static void ofProblems(
            OpenAPI document, APIResponse reply, List<Problem> problems, boolean newsroom) {
        int status = problems.get(0).status();
        add(document, reply, List.of(TRACE, CACHE));
        if (newsroom || status == Problem.NOT_FOUND.status()) {
            add(document, reply, List.of(VARY));
        }
        if (problems.contains(Problem.MEDIA_EXISTS)) {
            reply.addHeader(LOCATION, HeaderKinds.of(LOCATION).required(false));
        }
        if (problems.contains(Problem.METHOD_NOT_ALLOWED)) {
            add(document, reply, List.of("Allow"));
        }
        if (status == Problem.UNAUTHENTICATED.status()) {
            add(document, reply, List.of("WWW-Authenticate"));
        }
        if (status == Problem.RANGE_NOT_SATISFIABLE.status()) {
            add(document, reply, List.of("Content-Range"));
        }
        if (WAIT.contains(status) || LATER.contains(status)) {
            add(document, reply, List.of(RETRY));
        }
        if (status == Problem.TOO_MANY_REQUESTS.status()) {
            add(document, reply, List.of("RateLimit", "RateLimit-Policy"));
        }
    }

    private void declare(String address, PathItem path, Operation operation) {
        Facts known = Facts.of(facts, operation.getOperationId());
        if (known.cacheable()) {
            operation.getResponses().addAPIResponse(NOTHING_NEW, shared(NOT_CHANGED));
        }
        if (operation.getResponses().hasAPIResponse(NOTHING_NEW)) {
            operation.addParameter(OASFactory.createParameter().ref("If-None-Match"));
        }
        boolean formerSlugs =
                Operations.parameters(path, operation).stream()
                        .anyMatch(
                                parameter ->
                                        parameter.getIn() == Parameter.In.PATH
                                                && FORMER_SLUGS.contains(parameter.getName()));
        if (formerSlugs) {
            operation.getResponses().addAPIResponse("308", shared(MOVED));
        }
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, reply) -> {
                            if (reply.getRef() == null && status.compareTo("400") < 0) {
                                success(address, path, operation, status, reply, known);
                            }
                        });
    }

    private void success(
            String address,
            PathItem path,
            Operation operation,
            String status,
            APIResponse reply,
            Facts known) {
        add(document, reply, List.of(TRACE));
        if (newsroom || known.cacheable()) {
            add(document, reply, List.of(CACHE, VARY));
        }
        // What tells of the content is not there without.
        boolean content = status.startsWith("2");
        if (content || status.equals(NOTHING_NEW)) {
            known.sends().stream()
                    .filter(name -> content || !name.startsWith("Content-"))
                    .forEach(name -> add(document, reply, List.of(name)));
        }
        if (known.cacheable() && personal(path, operation)) {
            reply.addHeader(ETAG, HeaderKinds.of(ETAG).required(false));
        } else if (known.cacheable() || newsroom && versioned(address, path, operation, status)) {
            add(document, reply, List.of(ETAG));
        }
        if (known.paged()) {
            add(document, reply, List.of("Link"));
        }
        if (status.equals("201")) {
            add(document, reply, List.of(LOCATION));
        }
        if (status.equals("308")) {
            add(document, reply, List.of(LOCATION, CACHE));
        }
        if (status.equals("206")) {
            add(document, reply, List.of("Content-Range"));
        }
        if (!newsroom && known.refuses().contains(Problem.COMMENTS_CLOSED)) {
            add(document, reply, List.of("RateLimit", "RateLimit-Policy"));
        }
    }

    /** Whether who has a secret is told more than the public, which nobody may keep. */
    private static boolean personal(PathItem path, Operation operation) {
        return Operations.parameters(path, operation).stream()
                .anyMatch(parameter -> "Edit-Token".equals(parameter.getName()));
    }

    /** Whether the reply is an item that changes with {@code If-Match}: then it has its version. */
    private boolean versioned(String address, PathItem path, Operation operation, String status) {
        if (reply(operation, status).getContent() == null
                || UNVERSIONED.contains(operation.getOperationId())) {
            return false;
        }
        PathItem item =
                status.equals("201") ? document.getPaths().getPathItem(address + "/{id}") : path;
        return item != null
                && item.getOperations().values().stream()
                        .anyMatch(other -> needsVersion(item, other));
    }

    private static APIResponse reply(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status);
    }

    private static boolean needsVersion(PathItem path, Operation operation) {
        return Operations.parameters(path, operation).stream()
                .anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private APIResponse shared(String name) {
        var components = Operations.components(document);
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            boolean moved = name.equals(MOVED);
            APIResponse reply =
                    OASFactory.createAPIResponse()
                            .description(
                                    moved
                                            ? "A former slug: `Location` is the present address"
                                            : "The copy that `If-None-Match` names is still right");
            add(
                    document,
                    reply,
                    moved ? List.of(TRACE, CACHE, LOCATION) : List.of(TRACE, CACHE, ETAG, VARY));
            components.addResponse(name, reply);
        }
        return OASFactory.createAPIResponse().ref(name);
    }

    private static void add(OpenAPI document, APIResponse reply, List<String> names) {
        var components = Operations.components(document);
        for (String name : names) {
            reply.addHeader(name, OASFactory.createHeader().ref(name));
            if (components.getHeaders() == null || !components.getHeaders().containsKey(name)) {
                components.addHeader(name, HeaderKinds.of(name));
            }
        }
    }
}
