package dev.byline.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.byline.given.contract.Document;
import dev.byline.given.contract.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The places of a write record that take a text, each in a record that has little else. */
final class Slots {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MARK = "the text goes here";
    private static final int DEEPEST = 5;

    private final Document document;
    private final Generator generator;

    private Slots(Document document) {
        this.document = document;
        generator = new Generator(document, 1);
    }

    /** A place, what it is called, and the record around it. */
    record Slot(String name, String pointer, JsonNode record) {

        /** The record with a text in the place. */
        String with(String text) {
            return record.toString()
                    .replace(TextNode.valueOf(MARK).toString(), TextNode.valueOf(text).toString());
        }

        private Slot below(String name, String step, JsonNode around) {
            return new Slot(name + this.name, step + pointer, around);
        }
    }

    static List<Slot> of(Document document, JsonNode schema) {
        return new Slots(document).slots(schema, 0);
    }

    private List<Slot> slots(JsonNode schema, int depth) {
        JsonNode known = document.resolve(schema);
        List<Slot> slots = new ArrayList<>();
        if (depth > DEEPEST || known.has("enum")) {
            return slots;
        }
        if (known.has("anyOf")) {
            return slots(known.get("anyOf").get(0), depth);
        }
        for (JsonNode kind : known.path("oneOf")) {
            String name = kind.get("$ref").asText().replaceFirst(".*/", "");
            slots(kind, depth)
                    .forEach(slot -> slots.add(slot.below(":" + name, "", slot.record())));
        }
        String type = type(known);
        if (type.equals("string")) {
            slots.add(new Slot("", "", TextNode.valueOf(MARK)));
        } else if (type.equals("array")) {
            for (Slot slot : slots(known.get("items"), depth + 1)) {
                ArrayNode around = JSON.arrayNode().add(slot.record());
                slots.add(slot.below("/0", "/0", around));
            }
        } else if (type.equals("object")) {
            known.path("properties")
                    .properties()
                    .forEach(
                            member -> {
                                for (Slot slot : slots(member.getValue(), depth + 1)) {
                                    ObjectNode around = least(known);
                                    around.set(member.getKey(), slot.record());
                                    String step = "/" + member.getKey();
                                    slots.add(slot.below(step, step, around));
                                }
                            });
        }
        return slots;
    }

    private ObjectNode least(JsonNode schema) {
        ObjectNode least = JSON.objectNode();
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        required.forEach(
                name -> least.set(name, generator.value(schema.get("properties").get(name))));
        return least;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }
}
