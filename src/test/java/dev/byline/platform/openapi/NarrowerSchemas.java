package dev.byline.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which schemas take less than before, where clients send it, or promise less, where they read. */
final class NarrowerSchemas {

    private static final List<String> MOST = List.of("maximum", "maxLength", "maxItems");
    private static final List<String> LEAST = List.of("minimum", "minLength", "minItems");

    private final JsonNode old;
    private final JsonNode young;
    private final List<String> found;
    private final Set<String> followed = new HashSet<>();

    NarrowerSchemas(JsonNode old, JsonNode young, List<String> found) {
        this.old = old;
        this.young = young;
        this.found = found;
    }

    void compare(String what, JsonNode before, JsonNode now, boolean sent) {
        JsonNode was = BreakingChanges.resolve(old, before);
        JsonNode is = BreakingChanges.resolve(young, now);
        if (before.has("$ref") && !followed.add(sent + before.get("$ref").asText() + now)) {
            return;
        }
        types(what, types(was), types(is), sent);
        if (!was.path("format").equals(is.path("format"))) {
            found.add(
                    "%s: format %s became %s"
                            .formatted(what, was.path("format"), is.path("format")));
        }
        members(what, was, is, sent);
        kinds(what, was, is, sent);
        if (was.has("items") && is.has("items")) {
            compare(what + "[]", was.get("items"), is.get("items"), sent);
        }
        if (sent) {
            values(what, was, is);
            limits(what, was, is);
        }
    }

    private void types(String what, Set<String> was, Set<String> is, boolean sent) {
        if (sent ? !is.containsAll(was) : !was.containsAll(is)) {
            found.add("%s: type %s became %s".formatted(what, was, is));
        }
    }

    // None at all: anything.
    private static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        return types;
    }

    private void members(String what, JsonNode was, JsonNode is, boolean sent) {
        was.path("properties")
                .properties()
                .forEach(
                        member -> {
                            JsonNode other = is.path("properties").path(member.getKey());
                            String name = what + "." + member.getKey();
                            if (other.isMissingNode()) {
                                found.add(name + " is gone");
                            } else {
                                compare(name, member.getValue(), other, sent);
                            }
                        });
        JsonNode promised = sent ? is.path("required") : was.path("required");
        JsonNode kept = sent ? was.path("required") : is.path("required");
        String now = sent ? "%s.%s is needed now" : "%s.%s may be absent now";
        for (JsonNode name : promised) {
            if (!contains(kept, name)) {
                found.add(now.formatted(what, name.asText()));
            }
        }
    }

    // The members of a union by the value that tells them apart, or by their place.
    private void kinds(String what, JsonNode was, JsonNode is, boolean sent) {
        for (String union : List.of("oneOf", "anyOf", "allOf")) {
            Map<String, JsonNode> now = kinds(is, union);
            kinds(was, union)
                    .forEach(
                            (kind, schema) -> {
                                if (now.containsKey(kind)) {
                                    compare(what + " " + kind, schema, now.get(kind), sent);
                                } else {
                                    found.add("%s: no %s any more".formatted(what, kind));
                                }
                            });
        }
    }

    private static Map<String, JsonNode> kinds(JsonNode schema, String union) {
        Map<String, JsonNode> kinds = new TreeMap<>();
        JsonNode mapping = schema.at("/discriminator/mapping");
        JsonNode members = schema.path(union);
        if (!members.isEmpty() && mapping.isObject()) {
            mapping.properties()
                    .forEach(
                            kind ->
                                    members.forEach(
                                            member -> {
                                                if (member.path("$ref").equals(kind.getValue())) {
                                                    kinds.put(kind.getKey(), member);
                                                }
                                            }));
            return kinds;
        }
        int place = 0;
        for (JsonNode member : members) {
            kinds.put(member.path("$ref").asText(union + " " + place++), member);
        }
        return kinds;
    }

    private void values(String what, JsonNode was, JsonNode is) {
        if (is.has("enum") && !was.has("enum")) {
            found.add("%s: only some values are taken now".formatted(what));
        }
        for (JsonNode value : was.path("enum")) {
            if (is.has("enum") && !contains(is.get("enum"), value)) {
                found.add("%s: %s is refused now".formatted(what, value));
            }
        }
        if (is.has("pattern") && !is.get("pattern").equals(was.path("pattern"))) {
            found.add("%s: must be like %s now".formatted(what, is.get("pattern")));
        }
        if (was.has("default") && !was.get("default").equals(is.path("default"))) {
            found.add(
                    "%s: default %s became %s"
                            .formatted(what, was.get("default"), is.path("default")));
        }
    }

    private void limits(String what, JsonNode was, JsonNode is) {
        for (String most : MOST) {
            if (is.has(most)
                    && (!was.has(most) || is.get(most).asDouble() < was.get(most).asDouble())) {
                found.add("%s: %s is %s now".formatted(what, most, is.get(most)));
            }
        }
        for (String least : LEAST) {
            if (is.has(least)
                    && (!was.has(least) || is.get(least).asDouble() > was.get(least).asDouble())) {
                found.add("%s: %s is %s now".formatted(what, least, is.get(least)));
            }
        }
    }

    static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode element : array) {
            if (element.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
