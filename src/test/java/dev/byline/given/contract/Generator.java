package dev.byline.given.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes values that a schema allows, and spoils them; the same from the same seed. */
public final class Generator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEEPEST = 6;
    private static final List<String> TEXTS =
            List.of(
                    "Harbour gates closed",
                    "flood",
                    "en",
                    "GB",
                    "world",
                    "https://example.org/story?id=7",
                    "jane@example.org",
                    "203.0.113.0/24",
                    "Ægir’s «quote» 日本語 🌊",
                    "a");
    private static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "\uD800",
                    "\u202Eevil",
                    "' or 1=1 --",
                    "<script>alert(1)</script>",
                    "../../etc/passwd",
                    "%00",
                    "${jndi:ldap://x}",
                    "9".repeat(400),
                    "x".repeat(3_000),
                    "null",
                    "-1",
                    "1e400",
                    "2026-02-30T25:61:61Z");

    private final Random random;
    private final Document document;

    public Generator(Document document, long seed) {
        this.document = document;
        random = new Random(seed);
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    public String hostile() {
        return pick(HOSTILE);
    }

    public String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** A value that the schema allows, as far as patterns are guessed. */
    public JsonNode value(JsonNode schema) {
        return value(schema, 0);
    }

    /** The same as an address has it: lists by comma. */
    public String parameter(JsonNode schema) {
        JsonNode value = value(schema);
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        return value.isArray() ? String.join(",", items) : value.asText();
    }

    private JsonNode value(JsonNode schema, int depth) {
        JsonNode known = document.resolve(schema);
        if (known.has("oneOf")) {
            return value(known.get("oneOf").get(random.nextInt(known.get("oneOf").size())), depth);
        }
        if (known.has("enum")) {
            return known.get("enum").get(random.nextInt(known.get("enum").size()));
        }
        return switch (known.path("type").asText()) {
            case "object" -> object(known, depth);
            case "array" -> array(known, depth);
            case "integer" -> JSON.numberNode(whole(known));
            case "number" -> JSON.numberNode(random.nextDouble());
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(known));
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties")
                .properties()
                .forEach(
                        member -> {
                            boolean wanted = depth < DEEPEST && chance(40);
                            if (required.contains(member.getKey()) || wanted) {
                                object.set(member.getKey(), value(member.getValue(), depth + 1));
                            }
                        });
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = Math.max(least, Math.min(3, schema.path("maxItems").asInt(3)));
        int size = depth >= DEEPEST ? least : least + random.nextInt(most - least + 1);
        for (int i = 0; i < size; i++) {
            array.add(value(schema.get("items"), depth + 1));
        }
        return array;
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = Math.min(schema.path("maximum").asLong(1000), least + 1000);
        return least + random.nextInt((int) Math.max(1, most - least + 1));
    }

    private String text(JsonNode schema) {
        String format = schema.path("format").asText();
        if (format.equals("uuid")) {
            return uuid();
        }
        if (format.equals("date-time")) {
            return Instant.parse("2026-03-01T12:00:00Z")
                    .plus(random.nextInt(2000) - 1000, ChronoUnit.HOURS)
                    .toString();
        }
        Pattern pattern = Pattern.compile(schema.path("pattern").asText());
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(200);
        List<String> fitting =
                TEXTS.stream()
                        .filter(text -> pattern.matcher(text).find())
                        .filter(text -> text.length() >= least && text.length() <= most)
                        .toList();
        return fitting.isEmpty() ? "x".repeat(Math.max(1, least)) : pick(fitting);
    }

    /** The value with something wrong in it, if only the end cut off. */
    public String spoilt(JsonNode value) {
        JsonNode copy = value.deepCopy();
        List<JsonNode> containers = new ArrayList<>();
        collect(copy, containers);
        String text;
        if (!containers.isEmpty()) {
            spoil(containers.get(random.nextInt(containers.size())));
        }
        try {
            text = MAPPER.writeValueAsString(copy);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return chance(15) ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }

    private void spoil(JsonNode container) {
        JsonNode odd = odd();
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || chance(20)) {
                object.set(chance(50) ? "unknown" : hostile(), odd);
            } else if (chance(20)) {
                object.remove(pick(names));
            } else {
                object.set(pick(names), odd);
            }
        } else if (container instanceof ArrayNode array) {
            array.add(odd);
        }
    }

    private JsonNode odd() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(-1);
            case 2 -> JSON.numberNode(Long.MAX_VALUE);
            case 3 -> JSON.booleanNode(true);
            case 4 -> JSON.arrayNode().addNull();
            case 5 -> JSON.objectNode();
            case 6 -> JSON.numberNode(1.5);
            default -> JSON.textNode(hostile());
        };
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
