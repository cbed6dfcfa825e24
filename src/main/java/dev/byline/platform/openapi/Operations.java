package dev.byline.platform.openapi;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Ways through a document. */
final class Operations {

    private Operations() {}

    static Stream<Operation> of(OpenAPI document) {
        return paths(document).flatMap(path -> path.getOperations().values().stream());
    }

    static void each(OpenAPI document, BiConsumer<HttpMethod, Operation> action) {
        paths(document).forEach(path -> path.getOperations().forEach(action));
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
}
