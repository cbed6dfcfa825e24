package dev.byline.platform.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The parameter {@code fields}: which members it can name, and that the others are missing then,
 * whatever the schema of the reply says.
 */
final class ChosenMembers {

    private static final String FIELDS = "fields";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String JSON = "application/json";
    private static final String LEFT =
            ". With `fields` %s has `id` and what it names, and nothing else: members that the schema requires are missing too.";

    private ChosenMembers() {}

    static void declare(OpenAPI document) {
        Operations.of(document)
                .filter(operation -> operation.getParameters() != null)
                .forEach(
                        operation ->
                                operation.getParameters().stream()
                                        .filter(known -> FIELDS.equals(known.getName()))
                                        .forEach(fields -> declare(document, operation, fields)));
    }

    private static void declare(OpenAPI document, Operation operation, Parameter fields) {
        APIResponse reply = operation.getResponses().getAPIResponse("200");
        Schema whole = resolve(document, reply.getContent().getMediaType(JSON).getSchema());
        Schema items = whole.getProperties().get("items");
        Schema item = items == null ? whole : resolve(document, items.getItems());
        List<Object> names = List.copyOf(item.getProperties().keySet());
        Schema name = OASFactory.createSchema().addType(SchemaType.STRING).enumeration(names);
        fields.setSchema(
                OASFactory.createSchema()
                        .addType(SchemaType.ARRAY)
                        .items(name)
                        .maxItems(Parameters.MOST_ITEMS));
        reply.setDescription(
                reply.getDescription() + LEFT.formatted(items == null ? "it" : "each item"));
    }

    private static Schema resolve(OpenAPI document, Schema schema) {
        return schema.getRef() == null
                ? schema
                : document.getComponents()
                        .getSchemas()
                        .get(schema.getRef().substring(SCHEMAS.length()));
    }
}
