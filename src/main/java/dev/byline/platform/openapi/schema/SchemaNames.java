package dev.byline.platform.openapi.schema;

import io.smallrye.openapi.model.BaseModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Reference;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives schemas the names of the newsroom where the scanner took those of Java: {@code UUID}, and
 * {@code PageCommentView} for a page of what the document calls {@code Comment}.
 */
final class SchemaNames {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PAGE = "Page";
    private static final Map<String, String> OF_JAVA = Map.of("UUID", "Id", "Instant", "Time");

    private final Map<String, String> names = new HashMap<>();

    private SchemaNames() {}

    static void translate(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        SchemaNames translation = new SchemaNames();
        translation.names.putAll(OF_JAVA);
        schemas.forEach(translation::page);
        Map<String, Schema> renamed = new TreeMap<>();
        schemas.forEach(
                (name, schema) -> renamed.put(translation.names.getOrDefault(name, name), schema));
        document.getComponents().setSchemas(renamed);
        translation.follow(document);
    }

    private void page(String name, Schema schema) {
        Schema items = schema.getProperties() == null ? null : schema.getProperties().get("items");
        if (name.startsWith(PAGE) && items != null && items.getItems().getRef() != null) {
            names.put(name, items.getItems().getRef().substring(SCHEMAS.length()) + PAGE);
        }
    }

    private String translate(String ref) {
        String name = ref.startsWith(SCHEMAS) ? ref.substring(SCHEMAS.length()) : null;
        return names.containsKey(name) ? SCHEMAS + names.get(name) : ref;
    }

    private void follow(Object node) {
        if (node instanceof Reference<?> reference && reference.getRef() != null) {
            reference.setRef(translate(reference.getRef()));
        }
        if (node instanceof Discriminator discriminator && discriminator.getMapping() != null) {
            Map<String, String> mapping = new LinkedHashMap<>(discriminator.getMapping());
            mapping.replaceAll((value, ref) -> translate(ref));
            discriminator.setMapping(mapping);
        }
        if (node instanceof BaseModel<?> model) {
            model.getAllProperties().values().forEach(this::follow);
        } else if (node instanceof Map<?, ?> map) {
            List.copyOf(map.values()).forEach(this::follow);
        } else if (node instanceof Collection<?> collection) {
            collection.forEach(this::follow);
        }
    }
}
