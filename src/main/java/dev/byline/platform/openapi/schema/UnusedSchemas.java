package dev.byline.platform.openapi.schema;

import io.smallrye.openapi.model.BaseModel;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Reference;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Drops schemas that no operation of the document leads to: the scanner puts those of both
 * documents into each. Its own setting for this comes before our references are there, and stops
 * too early.
 */
public final class UnusedSchemas {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> used = new HashSet<>();

    private UnusedSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    public static void drop(OpenAPI document) {
        Components components = document.getComponents();
        if (components.getSchemas() == null) {
            return;
        }
        UnusedSchemas unused = new UnusedSchemas(components.getSchemas());
        unused.follow(document.getPaths());
        unused.follow(components.getResponses());
        unused.follow(components.getParameters());
        unused.follow(components.getRequestBodies());
        unused.follow(components.getHeaders());
        Set.copyOf(unused.schemas.keySet()).stream()
                .filter(name -> !unused.used.contains(name))
                .forEach(components::removeSchema);
    }

    private void follow(Object node) {
        if (node instanceof Reference<?> reference
                && reference.getRef() != null
                && reference.getRef().startsWith(SCHEMAS)) {
            String name = reference.getRef().substring(SCHEMAS.length());
            if (used.add(name)) {
                follow(schemas.get(name));
            }
        }
        if (node instanceof BaseModel<?> model) {
            model.getAllProperties().values().forEach(this::follow);
        } else if (node instanceof Map<?, ?> map) {
            map.values().forEach(this::follow);
        } else if (node instanceof Collection<?> collection) {
            collection.forEach(this::follow);
        }
    }
}
