package dev.byline.platform.openapi.schema;

import dev.byline.platform.openapi.Told;
import io.smallrye.openapi.model.BaseModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Reference;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Requires what replies always have ({@link Told}). Where the same record is written too, what is
 * written gets a schema of its own, and so does a preview of what is not public yet.
 */
public final class ToldMembers {

    private static final DotName TOLD = DotName.createSimple(Told.class);
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PREVIEWED = "getPreview";

    private final OpenAPI document;
    private final Map<String, Schema> schemas;
    private final Set<String> seen = new HashSet<>();

    private ToldMembers(OpenAPI document) {
        this.document = document;
        schemas = document.getComponents().getSchemas();
    }

    public static void require(OpenAPI document, IndexView index, boolean newsroom) {
        ToldMembers told = new ToldMembers(document);
        Records records = new Records(index);
        if (!newsroom) {
            told.preview();
        }
        records.all()
                .filter(type -> told.schemas.containsKey(Records.name(type)))
                .forEach(
                        type -> {
                            List<String> names = names(records, type, newsroom);
                            if (!names.isEmpty()) {
                                told.require(Records.name(type), names);
                            }
                        });
    }

    private static List<String> names(Records records, ClassInfo type, boolean newsroom) {
        return records.members(type).stream()
                .filter(member -> told(member, newsroom))
                .map(Records::name)
                .toList();
    }

    private static boolean told(RecordComponentInfo member, boolean newsroom) {
        AnnotationInstance told = member.declaredAnnotation(TOLD);
        boolean whenPublic =
                told != null
                        && told.value("whenPublic") != null
                        && told.value("whenPublic").asBoolean();
        return told != null && !(newsroom && whenPublic);
    }

    private void require(String name, List<String> told) {
        Schema schema = schemas.get(name);
        if (!schema.getProperties().keySet().containsAll(told)) {
            return; // another record of this name
        }
        String written = name + "Input";
        Schema copy = Schemas.copy(schema);
        seen.clear();
        if (written(name, written)) {
            document.getComponents().addSchema(written, copy);
        }
        List<String> required =
                new ArrayList<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        required.addAll(told);
        schema.setRequired(
                schema.getProperties().keySet().stream().filter(required::contains).toList());
    }

    /** Leads bodies of requests from one schema to another; false when none came by. */
    private boolean written(String from, String to) {
        boolean any = false;
        for (PathItem path : document.getPaths().getPathItems().values()) {
            for (var operation : path.getOperations().values()) {
                any |= lead(operation.getRequestBody(), from, to);
            }
        }
        return any;
    }

    private boolean lead(Object node, String from, String to) {
        boolean any = false;
        if (node instanceof Reference<?> reference && reference.getRef() != null) {
            String name = reference.getRef().substring(reference.getRef().lastIndexOf('/') + 1);
            if (name.equals(from)) {
                reference.setRef(SCHEMAS + to);
                return true;
            }
            return seen.add(name) && lead(schemas.get(name), from, to);
        }
        if (node instanceof BaseModel<?> model) {
            for (Object member : List.copyOf(model.getAllProperties().values())) {
                any |= lead(member, from, to);
            }
        } else if (node instanceof Map<?, ?> map) {
            for (Object member : List.copyOf(map.values())) {
                any |= lead(member, from, to);
            }
        } else if (node instanceof Collection<?> collection) {
            for (Object member : collection) {
                any |= lead(member, from, to);
            }
        }
        return any;
    }

    private void preview() {
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> PREVIEWED.equals(operation.getOperationId()))
                .flatMap(
                        operation ->
                                operation
                                        .getResponses()
                                        .getAPIResponse("200")
                                        .getContent()
                                        .getMediaTypes()
                                        .values()
                                        .stream())
                .forEach(
                        body -> {
                            String name = body.getSchema().getRef().substring(SCHEMAS.length());
                            Schema preview = Schemas.copy(schemas.get(name));
                            preview.setProperties(new LinkedHashMap<>(preview.getProperties()));
                            preview.removeProperty("included");
                            preview.setDescription(
                                    "An article that need not be public: what publishing asks for may be missing");
                            document.getComponents().addSchema("Preview", preview);
                            body.setSchema(OASFactory.createSchema().ref(SCHEMAS + "Preview"));
                        });
    }
}
