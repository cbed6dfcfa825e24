package dev.byline.given.quick;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values at plain paths ({@code items[0].tags.slug}) of a JSON text, as Groovy finds them.
 * Whatever is not plain is left to REST Assured.
 */
final class Gpath {

    /** A value, which may be null. */
    record Found(Object value) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern STEP =
            Pattern.compile("\\.?([A-Za-z_][A-Za-z0-9_]*)|\\[([0-9]{1,6})]");

    /** Of these lists and maps have their own. */
    private static final Set<String> BEANS = Set.of("class", "empty", "first", "last");

    private final Object root;

    private Gpath(Object root) {
        this.root = root;
    }

    /** Nothing when the text is no JSON, or has numbers of which Groovy makes what it likes. */
    static Optional<Gpath> of(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return node.isContainerNode() ? Optional.of(new Gpath(plain(node))) : Optional.empty();
        } catch (JsonProcessingException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node.isFloatingPointNumber()) {
            throw new ArithmeticException();
        }
        return node.isNull()
                ? null
                : node.isTextual()
                        ? node.textValue()
                        : node.isBoolean() ? (Object) node.booleanValue() : node.numberValue();
    }

    Optional<Found> at(String path) {
        if (path.equals("$") || path.isEmpty()) {
            return Optional.of(new Found(root));
        }
        Object value = root;
        Matcher step = STEP.matcher(path);
        int end = 0;
        while (end < path.length()) {
            boolean dotted = path.charAt(end) == '.';
            if (!step.find(end)
                    || step.start() != end
                    || (step.group(1) != null && dotted == (end == 0))) {
                return Optional.empty();
            }
            Optional<Found> next =
                    step.group(1) != null
                            ? member(value, step.group(1))
                            : item(value, Integer.parseInt(step.group(2)));
            if (next.isEmpty()) {
                return next;
            }
            value = next.get().value();
            end = step.end();
        }
        return Optional.of(new Found(value));
    }

    private static Optional<Found> member(Object value, String name) {
        if (BEANS.contains(name)) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new Found(map.get(name)));
        }
        if (!(value instanceof List<?> list)) {
            return Optional.empty();
        }
        List<Object> all = new ArrayList<>();
        for (Object item : list) {
            // Groovy passes over what is null.
            if (item != null) {
                Optional<Found> found = member(item, name);
                if (found.isEmpty()) {
                    return found;
                }
                all.add(found.get().value());
            }
        }
        return Optional.of(new Found(all));
    }

    private static Optional<Found> item(Object value, int index) {
        return value instanceof List<?> list
                ? Optional.of(new Found(index < list.size() ? list.get(index) : null))
                : Optional.empty();
    }
}
