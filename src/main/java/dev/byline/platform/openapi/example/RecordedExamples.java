package dev.byline.platform.openapi.example;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Puts a real request and reply to each operation, as {@code .ci/examples.mjs} recorded them from a
 * server with the demonstration newsroom.
 */
public final class RecordedExamples {

    private static final String FILE = "openapi-examples.json";

    private record Recorded(Object request, Map<String, Object> replies) {}

    private RecordedExamples() {}

    public static void add(OpenAPI document) {
        Map<String, Recorded> recorded = read();
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .filter(operation -> recorded.containsKey(operation.getOperationId()))
                .forEach(operation -> add(operation, recorded.get(operation.getOperationId())));
    }

    /** A text of the reply to an operation, by JSON Pointer. */
    public static String text(String operationId, String pointer) {
        Recorded recorded = read().get(operationId);
        String status = recorded.replies().keySet().iterator().next();
        return new ObjectMapper().valueToTree(recorded.replies().get(status)).at(pointer).asText();
    }

    private static void add(Operation operation, Recorded recorded) {
        if (recorded.request() != null && operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), recorded.request());
        }
        recorded.replies()
                .forEach(
                        (status, body) ->
                                Optional.ofNullable(operation.getResponses().getAPIResponse(status))
                                        .ifPresent(reply -> add(reply.getContent(), body)));
    }

    private static void add(Content content, Object example) {
        if (content != null) {
            content.getMediaTypes()
                    .forEach(
                            (type, body) -> {
                                if (type.endsWith("json")) {
                                    body.setExample(example);
                                }
                            });
        }
    }

    private static Map<String, Recorded> read() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            return new ObjectMapper().readValue(in, new TypeReference<Map<String, Recorded>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
