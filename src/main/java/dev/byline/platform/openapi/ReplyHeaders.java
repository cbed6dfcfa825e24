package dev.byline.platform.openapi;

import dev.byline.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of replies, and the replies that are headers only: {@code 304} and {@code 308}. */
final class ReplyHeaders {

    private static final String TRACE = "Trace-Id";
    private static final String ETAG = "ETag";
    private static final String CACHE = "Cache-Control";
    private static final String LOCATION = "Location";
    private static final String RETRY = "Retry-After";
    private static final String NOT_CHANGED = "NotChanged";
    private static final String MOVED = "Moved";
    private static final String DRAFT = " (draft-ietf-httpapi-ratelimit-headers-10)";
    private static final Set<String> FORMER_SLUGS = Set.of("article", "section", "tag", "author");

    /** Takes a version, and replies with a receipt. */
    private static final Set<String> UNVERSIONED = Set.of("eraseCommenter");

    private static final Set<Integer> WAIT = Set.of(429, 503);
    private static final Set<Integer> LATER = Set.of(409);

    /** A header; {@code always} when each reply that declares it has it. */
    private record Kind(String description, String example, boolean always) {}

    private static final Map<String, Kind> KINDS =
            Map.of(
                    TRACE,
                    new Kind(
                            "Names the request in the server's log",
                            "4bf92f3577b34da6a3ce929d0e0e4736",
                            true),
                    ETAG,
                    new Kind(
                            "Strong validator (RFC 9110): of these bytes for readers, of the version in the newsroom",
                            "\"k3V9wq0tXcGm2bJkR1uQ8A\"",
                            true),
                    CACHE,
                    new Kind("Who may keep a copy, and for how long", "public, max-age=10", true),
                    LOCATION,
                    new Kind(
                            "Where the item is: absolute when the server knows its public address, else from the root",
                            "/v1/articles/harbour-gates-closed",
                            true),
                    "Link",
                    new Kind(
                            "The next and the previous page, where there are (RFC 8288)",
                            "</v1/articles?cursor=AZ3>; rel=\"next\"",
                            false),
                    RETRY,
                    new Kind("Seconds until the next try", "2", false),
                    "RateLimit",
                    new Kind(
                            "What is left of the limit, and for how long" + DRAFT,
                            "\"comments\";r=4;t=60",
                            false),
                    "RateLimit-Policy",
                    new Kind(
                            "The limit and its window in seconds" + DRAFT,
                            "\"comments\";q=5;w=600",
                            false),
                    "WWW-Authenticate",
                    new Kind("How to tell who is calling", "Bearer realm=\"byline\"", true),
                    "Content-Range",
                    new Kind("Which bytes, of how many (RFC 9110)", "bytes 0-1023/146515", true));

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

    static void ofProblem(OpenAPI document, APIResponse reply, int status) {
        add(document, reply, List.of(TRACE, CACHE));
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
            operation.addParameter(OASFactory.createParameter().ref("If-None-Match"));
            operation.getResponses().addAPIResponse("304", shared(NOT_CHANGED));
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
            add(document, reply, List.of(CACHE));
        }
        if (known.cacheable() && personal(path, operation)) {
            reply.addHeader(ETAG, header(KINDS.get(ETAG)).required(false));
        } else if (known.cacheable() || newsroom && versioned(address, path, operation, status)) {
            add(document, reply, List.of(ETAG));
        }
        if (known.paged()) {
            add(document, reply, List.of("Link"));
        }
        if (status.equals("201") || status.equals("308")) {
            add(document, reply, List.of(LOCATION));
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
                    moved ? List.of(TRACE, CACHE, LOCATION) : List.of(TRACE, CACHE, ETAG));
            components.addResponse(name, reply);
        }
        return OASFactory.createAPIResponse().ref(name);
    }

    private static void add(OpenAPI document, APIResponse reply, List<String> names) {
        var components = Operations.components(document);
        for (String name : names) {
            reply.addHeader(name, OASFactory.createHeader().ref(name));
            if (components.getHeaders() == null || !components.getHeaders().containsKey(name)) {
                components.addHeader(name, header(KINDS.get(name)));
            }
        }
    }

    private static Header header(Kind kind) {
        return OASFactory.createHeader()
                .description(kind.description())
                .required(kind.always())
                .example(kind.example())
                .schema(
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .maxLength(Parameters.LONGEST));
    }
}
