package dev.byline.platform.openapi.schema;

import io.smallrye.openapi.model.BaseModel;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;

/** Says in JSON Schema what the scanner says in Java's words, or only by half. */
public final class Schemas {

    private static final String UUID = "uuid";
    private static final String TIME = "date-time";
    private static final int UUID_LENGTH = 36;
    private static final int TIME_LENGTH = 40;
    private static final BigDecimal INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** The greatest that JavaScript counts to. */
    private static final BigDecimal LONG = BigDecimal.valueOf((1L << 53) - 1);

    /**
     * What a pattern bounds by itself, said in the way that tools understand: its end, and the
     * length.
     */
    private static final Map<String, Integer> LONGEST =
            Map.of(
                    "{1,1990}", 1998,
                    "[a-z0-9]+(?:-[a-z0-9]+)*$", 120,
                    "(-[A-Za-z0-9]{2,8}){0,4}", 39,
                    "(-[A-Z0-9]{1,3})?|[0-9]{3}", 6,
                    "://[^\\s/?#]\\S*$", 2000);

    private static final Pattern ANYWHERE = Pattern.compile("\\\\S|\\^.*");

    private Schemas() {}

    public static void tidy(OpenAPI document, IndexView index) {
        MemberOrder order = MemberOrder.of(index);
        document.getComponents().getSchemas().forEach(order::apply);
        follow(document);
        SchemaNames.translate(document);
        NestedBlocks.relax(document);
    }

    /** Another schema of the same members. */
    static Schema copy(Schema schema) {
        Schema copy = OASFactory.createSchema();
        schema.getAll().forEach(copy::set);
        return copy;
    }

    private static void follow(Object node) {
        if (node instanceof Schema schema) {
            tidy(schema);
        }
        if (node instanceof MediaType media && media.getSchema() == null) {
            media.setSchema(OASFactory.createSchema().addType(SchemaType.STRING).format("binary"));
        }
        if (node instanceof BaseModel<?> model) {
            List.copyOf(model.getAllProperties().values()).forEach(Schemas::follow);
        } else if (node instanceof Map<?, ?> map) {
            List.copyOf(map.values()).forEach(Schemas::follow);
        } else if (node instanceof Collection<?> collection) {
            collection.forEach(Schemas::follow);
        }
    }

    private static void tidy(Schema schema) {
        if (schema.getRef() != null) {
            // What the scanner reads of the form beside the record that declares it.
            schema.setType(null);
            schema.setProperties(null);
            return;
        }
        if (is(schema, SchemaType.INTEGER)) {
            boolean large = "int64".equals(schema.getFormat());
            schema.setFormat(large ? "int64" : "int32");
            schema.setMinimum(schema.getMinimum() == null ? BigDecimal.ZERO : schema.getMinimum());
            if (schema.getMaximum() == null) {
                schema.setMaximum(large ? LONG : INT);
            }
        }
        if (is(schema, SchemaType.STRING)) {
            text(schema);
        }
    }

    private static void text(Schema schema) {
        if (UUID.equals(schema.getFormat())) {
            schema.setPattern(null);
            schema.setMaxLength(UUID_LENGTH);
            schema.setExamples(List.of("0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55"));
        }
        if (TIME.equals(schema.getFormat())) {
            schema.setMaxLength(TIME_LENGTH);
            schema.setExamples(List.of("2026-03-01T12:00:00Z"));
        }
        if (schema.getPattern() != null) {
            LONGEST.forEach(
                    (end, length) -> {
                        if (schema.getMaxLength() == null && schema.getPattern().endsWith(end)) {
                            schema.setMaxLength(length);
                        }
                    });
            schema.setPattern(pattern(schema.getPattern()));
        }
        if (schema.getExamples() != null) {
            schema.setExamples(schema.getExamples().stream().map(Schemas::unquoted).toList());
        }
    }

    /**
     * Java's constraint holds for the whole text, JSON Schema's for a part; ECMA lacks {@code
     * (?i:}.
     */
    private static String pattern(String java) {
        String script =
                java.replace("(?i:https?)", "[Hh][Tt][Tt][Pp][Ss]?")
                        .replace("(?s).*\\S.*", "\\S")
                        .replace("\\p{Cntrl}", "\\u0000-\\u001F\\u007F");
        return ANYWHERE.matcher(script).matches() ? script : "^(?:" + script + ")$";
    }

    private static Object unquoted(Object example) {
        return example instanceof String text && text.matches("\".*\"")
                ? text.substring(1, text.length() - 1)
                : example;
    }

    private static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }
}
