package dev.byline.platform.openapi;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Which bodies must be sent, and which may be left out: the scanner takes all for needed. */
final class RequestBodies {

    private static final String WRITTEN =
            "The record. A member that is `null` is taken as one that is left out.";
    private static final String CHANGED =
            "What changes (RFC 7396): absent members stay, `null` clears where the schema has it.";

    private RequestBodies() {}

    static void declare(OpenAPI document, Map<String, Facts> facts) {
        Operations.each(document, (method, operation) -> declare(method, operation, facts));
    }

    private static void declare(HttpMethod method, Operation operation, Map<String, Facts> facts) {
        RequestBody body = operation.getRequestBody();
        if (body == null) {
            return;
        }
        body.setRequired(Facts.of(facts, operation.getOperationId()).needsBody());
        boolean form = body.getContent().hasMediaType(MediaType.MULTIPART_FORM_DATA);
        if (body.getDescription() == null) {
            body.setDescription(
                    form ? "The parts of a form" : method == HttpMethod.PATCH ? CHANGED : WRITTEN);
        }
    }
}
