package dev.byline.given.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of one document, compiled once each (JSON Schema 2020-12), and closed: a member that
 * the document does not name is a flaw.
 */
final class Schemas {

    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .locale(Locale.ENGLISH)
                    .build();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();
    private final JsonNode components;

    Schemas(JsonNode document) {
        components = document.get("components").deepCopy();
        close(components.path("schemas"));
    }

    /** What is wrong with a value, by the place in it. */
    List<ValidationMessage> judge(JsonNode schema, JsonNode value) {
        return List.copyOf(compiled.computeIfAbsent(schema, this::compile).validate(value));
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        close(whole);
        whole.set("components", components);
        return factory.getSchema(whole, CONFIG);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Schemas::close);
    }
}
