package dev.byline.platform.openapi;

import dev.byline.platform.idempotency.Idempotent;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The header that every {@code POST} honours, declared once. */
final class IdempotencyKeys {

    private static final int LONGEST = 255;

    private IdempotencyKeys() {}

    static void declare(OpenAPI document) {
        List<Operation> posts =
                Operations.paths(document)
                        .map(PathItem::getPOST)
                        .filter(operation -> operation != null)
                        .toList();
        if (posts.isEmpty()) {
            return;
        }
        Operations.components(document).addParameter(Idempotent.HEADER, parameter());
        posts.forEach(
                operation ->
                        operation.addParameter(
                                OASFactory.createParameter().ref(Idempotent.HEADER)));
    }

    private static Parameter parameter() {
        return OASFactory.createParameter()
                .name(Idempotent.HEADER)
                .in(Parameter.In.HEADER)
                .description(
                        """
                        A random text of the client's own for this request. Sent again within 24 hours by the same caller \
                        to the same address, it brings the first reply again and does nothing twice; with another body it \
                        is `422`, and `409` while the first request is still at work. A refused request is not remembered: \
                        sent again, it is judged anew.""")
                .schema(
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .minLength(1)
                                .maxLength(LONGEST)
                                .pattern("^[ -~]+$"));
    }
}
