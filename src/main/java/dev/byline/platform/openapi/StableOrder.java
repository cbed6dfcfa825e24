package dev.byline.platform.openapi;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** The same document from the same code, whatever order the scanner met it in. */
final class StableOrder {

    private StableOrder() {}

    static void of(OpenAPI document) {
        Components components = document.getComponents();
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        components.setResponses(new TreeMap<>(components.getResponses()));
        components.setHeaders(new TreeMap<>(components.getHeaders()));
        components.setParameters(new TreeMap<>(components.getParameters()));
        components.setExamples(new TreeMap<>(components.getExamples()));
        Operations.paths(document).forEach(StableOrder::methods);
    }

    private static void methods(PathItem path) {
        Map<HttpMethod, Operation> operations = new EnumMap<>(path.getOperations());
        operations.keySet().forEach(method -> path.setOperation(method, null));
        operations.forEach(path::setOperation);
    }
}
