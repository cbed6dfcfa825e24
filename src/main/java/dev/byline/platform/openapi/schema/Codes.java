package dev.byline.platform.openapi.schema;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Problem;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The closed lists of codes, so that a program can switch over them. */
public final class Codes {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String CODE = "code";

    private Codes() {}

    public static void declare(OpenAPI document) {
        String problems = "ProblemCode";
        add(
                document,
                problems,
                "What is wrong, for programs; there is a page for each at `/problems/{code}`. Later versions may have more.",
                Arrays.stream(Problem.values()).map(Problem::code).toList());
        refer(document, "Problem", problems);
        refer(document, "ProblemType", problems);
        String flaws = "FlawCode";
        add(
                document,
                flaws,
                "What is wrong with one part of the request. Later versions may have more.",
                Arrays.stream(Flaw.class.getFields()).map(Codes::constant).toList());
        refer(document, "Flaw", flaws);
    }

    private static String constant(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(OpenAPI document, String name, String description, List<String> codes) {
        document.getComponents()
                .addSchema(
                        name,
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .description(description)
                                .enumeration(List.copyOf(codes)));
    }

    private static void refer(OpenAPI document, String name, String codes) {
        Schema schema = document.getComponents().getSchemas().get(name);
        if (schema != null) {
            Map<String, Schema> members = new LinkedHashMap<>(schema.getProperties());
            members.put(CODE, OASFactory.createSchema().ref(SCHEMAS + codes));
            schema.setProperties(members);
        }
    }
}
