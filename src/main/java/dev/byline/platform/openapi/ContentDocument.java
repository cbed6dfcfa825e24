package dev.byline.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** The document for readers' apps, which is also the one that Quarkus users look for. */
@OpenApiFilter(
        stages = RunStage.BUILD,
        documentNames = {OpenApiFilter.DEFAULT_DOCUMENT_NAME, "content"})
public class ContentDocument implements OASFilter {

    private final IndexView index;

    public ContentDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Operations.of(document).forEach(operation -> operation.setSecurity(null));
        // No key: said outright, lest a tool take it for forgotten.
        document.setSecurity(List.of());
        Completion.of(document, index, false);
    }
}
