package dev.byline.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The document for readers' apps, which is also the one that Quarkus users look for. */
@OpenApiFilter(
        stages = RunStage.BUILD,
        documentNames = {OpenApiFilter.DEFAULT_DOCUMENT_NAME, "content"})
public class ContentDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Headings.tidy(document);
        Operations.of(document).forEach(operation -> operation.setSecurity(null));
        IdempotencyKeys.declare(document);
        ProblemReplies.declare(document, false);
        Operations.dropUnusedSchemas(document);
    }
}
