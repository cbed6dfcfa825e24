package dev.byline.platform.openapi.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Where writers send a block inside another, only one kind can be meant, and its {@code type} may
 * go without saying.
 */
final class NestedBlocks {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String WRITTEN = "Block";
    private static final String NESTED = "Nested";
    private static final String TYPE = "type";

    private NestedBlocks() {}

    static void relax(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Schema union = schemas.get(WRITTEN);
        if (union == null || union.getOneOf() == null) {
            return;
        }
        List<String> kinds = union.getOneOf().stream().map(Schema::getRef).toList();
        for (String kind : kinds) {
            Schema block = schemas.get(kind.substring(SCHEMAS.length()));
            Map<String, Schema> members = new LinkedHashMap<>(block.getProperties());
            members.replaceAll((name, member) -> nested(document, member, kinds));
            block.setProperties(members);
        }
    }

    private static Schema nested(OpenAPI document, Schema member, List<String> kinds) {
        if (member.getItems() == null || !kinds.contains(member.getItems().getRef())) {
            return member;
        }
        String kind = member.getItems().getRef().substring(SCHEMAS.length());
        Schema relaxed = Schemas.copy(document.getComponents().getSchemas().get(kind));
        relaxed.setRequired(
                relaxed.getRequired().stream().filter(name -> !name.equals(TYPE)).toList());
        document.getComponents().addSchema(NESTED + kind, relaxed);
        Schema list = Schemas.copy(member);
        list.setItems(OASFactory.createSchema().ref(SCHEMAS + NESTED + kind));
        return list;
    }
}
