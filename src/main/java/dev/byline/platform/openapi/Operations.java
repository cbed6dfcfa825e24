package dev.byline.platform.openapi;

import io.smallrye.openapi.api.util.UnusedSchemaFilter;
import io.smallrye.openapi.model.BaseModel;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Ways through a document. */
final class Operations {

    private Operations() {}

    static Stream<Operation> of(OpenAPI document) {
        return paths(document).flatMap(path -> path.getOperations().values().stream());
    }

    static Stream<PathItem> paths(OpenAPI document) {
        return document.getPaths() == null
                ? Stream.empty()
                : document.getPaths().getPathItems().values().stream();
    }

    static Components components(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        return document.getComponents();
    }

    /** The parameters of an operation, with those that its path declares for all. */
    static List<Parameter> parameters(PathItem path, Operation operation) {
        return Stream.of(path.getParameters(), operation.getParameters())
                .filter(list -> list != null)
                .flatMap(List::stream)
                .toList();
    }

    /** Not by the scanner's own setting: it would do so before our references are there. */
    static void dropUnusedSchemas(OpenAPI document) {
        int before;
        do {
            before = schemas(document);
            ((BaseModel<?>) document).filter(new UnusedSchemaFilter(), new IdentityHashMap<>());
        } while (schemas(document) < before);
    }

    private static int schemas(OpenAPI document) {
        Map<String, Schema> schemas = components(document).getSchemas();
        return schemas == null ? 0 : schemas.size();
    }
}
