package dev.byline.platform.openapi;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says what a reply is where the scanner only says how HTTP calls its status. */
final class ReplyWords {

    private static final Set<String> OF_HTTP = Set.of("OK", "Created", "No Content");

    private ReplyWords() {}

    static void say(OpenAPI document, Map<String, Facts> facts) {
        Operations.each(
                document,
                (method, operation) -> {
                    Facts known = Facts.of(facts, operation.getOperationId());
                    operation
                            .getResponses()
                            .getAPIResponses()
                            .forEach((status, reply) -> say(reply, status, method, known));
                });
    }

    private static void say(APIResponse reply, String status, HttpMethod method, Facts known) {
        if (OF_HTTP.contains(reply.getDescription())) {
            reply.setDescription(
                    switch (status) {
                        case "201" -> "It is made; this is how it is now";
                        case "204" -> "It is done, and there is nothing left to show";
                        default ->
                                known.paged()
                                        ? "A page of the list"
                                        : method == HttpMethod.GET
                                                ? "As it is now"
                                                : "It is done; this is how things are now";
                    });
        }
    }
}
