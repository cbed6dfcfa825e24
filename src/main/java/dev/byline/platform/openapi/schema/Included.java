package dev.byline.platform.openapi.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The member {@code included} of an item's reply: for each name that the parameter {@code include}
 * takes, what {@code GET} of that name below the item replies with.
 */
public final class Included {

    private static final String JSON = "application/json";

    private Included() {}

    public static void declare(OpenAPI document) {
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        paths.forEach(
                (address, path) -> {
                    if (path.getGET() == null || path.getGET().getParameters() == null) {
                        return;
                    }
                    path.getGET().getParameters().stream()
                            .filter(parameter -> "include".equals(parameter.getName()))
                            .map(parameter -> String.valueOf(parameter.getExample()).split(","))
                            .forEach(names -> included(document, address, names));
                });
    }

    private static void included(OpenAPI document, String address, String[] names) {
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        Map<String, Schema> parts = new TreeMap<>();
        for (String name : names) {
            parts.put(name, reply(paths.get(address + "/" + name)));
        }
        Schema item = reply(paths.get(address));
        Schema known =
                document.getComponents()
                        .getSchemas()
                        .get(item.getRef().substring(item.getRef().lastIndexOf('/') + 1));
        Schema included = known.getProperties().get("included");
        Map<String, Schema> members = new LinkedHashMap<>(known.getProperties());
        members.put(
                "included",
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .description(included.getDescription())
                        .properties(parts));
        known.setProperties(members);
    }

    private static Schema reply(PathItem path) {
        Schema schema =
                path.getGET()
                        .getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .getMediaType(JSON)
                        .getSchema();
        return OASFactory.createSchema().ref(schema.getRef());
    }
}
