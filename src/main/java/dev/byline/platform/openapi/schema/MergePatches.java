package dev.byline.platform.openapi.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The bodies of {@code PATCH} (RFC 7396), made of the records that they change: no member is
 * needed, and null clears those that a record can be without.
 */
public final class MergePatches {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String INPUT = "Input";
    private static final String PATCH = "Patch";

    private final Map<String, Schema> known;
    private final Map<String, Schema> made = new LinkedHashMap<>();

    private MergePatches(OpenAPI document) {
        known = document.getComponents().getSchemas();
    }

    public static void declare(OpenAPI document) {
        MergePatches patches = new MergePatches(document);
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getPATCH)
                .filter(operation -> operation != null)
                .flatMap(
                        operation ->
                                operation
                                        .getRequestBody()
                                        .getContent()
                                        .getMediaTypes()
                                        .values()
                                        .stream())
                .forEach(body -> body.setSchema(patches.patch(body.getSchema())));
        patches.made.forEach(document.getComponents()::addSchema);
    }

    private Schema patch(Schema schema) {
        if (schema.getRef() == null) {
            return members(schema) ? changed(schema) : schema;
        }
        String name = schema.getRef().substring(SCHEMAS.length());
        Schema target = known.get(name);
        if (!members(target)) {
            return schema;
        }
        String patch =
                (name.endsWith(INPUT) ? name.substring(0, name.length() - INPUT.length()) : name)
                        + PATCH;
        if (!made.containsKey(patch)) {
            made.put(patch, OASFactory.createSchema());
            made.put(patch, changed(target));
        }
        return OASFactory.createSchema().ref(SCHEMAS + patch);
    }

    private Schema changed(Schema record) {
        List<String> needed = record.getRequired() == null ? List.of() : record.getRequired();
        Map<String, Schema> members = new LinkedHashMap<>();
        record.getProperties()
                .forEach(
                        (name, member) ->
                                members.put(
                                        name,
                                        needed.contains(name)
                                                ? patch(member)
                                                : clearable(patch(member))));
        Schema patch = Schemas.copy(record);
        patch.setRequired(null);
        patch.setExamples(null);
        patch.setProperties(members);
        return patch;
    }

    private static Schema clearable(Schema member) {
        if (member.getRef() == null
                && member.getEnumeration() == null
                && member.getType() != null) {
            Schema copy = Schemas.copy(member);
            copy.setType(List.of(member.getType().get(0), SchemaType.NULL));
            return copy;
        }
        return OASFactory.createSchema()
                .addAnyOf(member)
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    private static boolean members(Schema schema) {
        return schema != null && schema.getProperties() != null && schema.getOneOf() == null;
    }
}
