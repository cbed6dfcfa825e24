package dev.byline.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a new document would break a client of the old one, in words: something gone, something
 * newly needed, or something narrower.
 */
final class BreakingChanges {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private final JsonNode old;
    private final JsonNode young;
    private final List<String> found = new ArrayList<>();
    private final Set<String> followed = new HashSet<>();

    private BreakingChanges(JsonNode old, JsonNode young) {
        this.old = old;
        this.young = young;
    }

    static List<String> between(JsonNode old, JsonNode young) {
        BreakingChanges changes = new BreakingChanges(old, young);
        old.get("paths").properties().forEach(path -> changes.path(path.getKey(), path.getValue()));
        return changes.found;
    }

    private void path(String path, JsonNode item) {
        for (String method : METHODS) {
            if (item.has(method)) {
                JsonNode now = young.get("paths").path(path).path(method);
                String what = method.toUpperCase() + " " + path;
                if (now.isMissingNode()) {
                    found.add(what + " is gone");
                } else {
                    operation(what, item.get(method), now);
                }
            }
        }
    }

    private void operation(String what, JsonNode before, JsonNode now) {
        if (!before.get("operationId").equals(now.get("operationId"))) {
            found.add(what + ": the operationId changed to " + now.get("operationId"));
        }
        parameters(what, before, now);
        JsonNode media = before.at("/requestBody/content");
        media.properties()
                .forEach(
                        type -> {
                            JsonNode other = now.at("/requestBody/content").path(type.getKey());
                            if (other.isMissingNode()) {
                                found.add(what + ": no body of " + type.getKey() + " any more");
                            } else {
                                schema(
                                        what + " request",
                                        type.getValue().path("schema"),
                                        other.path("schema"),
                                        true);
                            }
                        });
        before.get("responses")
                .properties()
                .forEach(
                        reply -> {
                            if (reply.getKey().startsWith("2")) {
                                reply(
                                        what + " " + reply.getKey(),
                                        reply.getValue(),
                                        now.get("responses").path(reply.getKey()));
                            }
                        });
    }

    private void reply(String what, JsonNode before, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(what + " is gone");
            return;
        }
        before.path("content")
                .properties()
                .forEach(
                        type -> {
                            JsonNode other = now.path("content").path(type.getKey());
                            if (other.isMissingNode()) {
                                found.add(what + ": no " + type.getKey() + " any more");
                            } else {
                                schema(
                                        what,
                                        type.getValue().path("schema"),
                                        other.path("schema"),
                                        false);
                            }
                        });
    }

    private void parameters(String what, JsonNode before, JsonNode now) {
        for (JsonNode parameter : before.path("parameters")) {
            JsonNode was = resolve(old, parameter);
            JsonNode is = find(now, was.get("name").asText());
            if (is == null) {
                found.add(what + ": parameter " + was.get("name") + " is gone");
            } else {
                schema(what + " " + was.get("name"), was.get("schema"), is.get("schema"), true);
            }
        }
        for (JsonNode parameter : now.path("parameters")) {
            JsonNode is = resolve(young, parameter);
            JsonNode was = findIn(old, before, is.get("name").asText());
            boolean needed = was != null && was.path("required").asBoolean();
            if (is.path("required").asBoolean() && !needed) {
                found.add(what + ": parameter " + is.get("name") + " is needed now");
            }
        }
    }

    private JsonNode find(JsonNode operation, String name) {
        return findIn(young, operation, name);
    }

    private static JsonNode findIn(JsonNode document, JsonNode operation, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode resolved = resolve(document, parameter);
            if (resolved.get("name").asText().equals(name)) {
                return resolved;
            }
        }
        return null;
    }

    private void schema(String what, JsonNode before, JsonNode now, boolean sent) {
        JsonNode was = resolve(old, before);
        JsonNode is = resolve(young, now);
        if (before.has("$ref") && !followed.add(sent + before.get("$ref").asText() + now)) {
            return;
        }
        if (!was.path("type").equals(is.path("type"))) {
            found.add("%s: type %s became %s".formatted(what, was.path("type"), is.path("type")));
        }
        was.path("enum")
                .forEach(
                        value -> {
                            if (sent && is.has("enum") && !contains(is.get("enum"), value)) {
                                found.add("%s: %s is refused now".formatted(what, value));
                            }
                        });
        members(what, was, is, sent);
        if (was.has("items") && is.has("items")) {
            schema(what + "[]", was.get("items"), is.get("items"), sent);
        }
        limits(what, was, is, sent);
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
                                schema(name, member.getValue(), other, sent);
                            }
                        });
        if (sent) {
            is.path("required")
                    .forEach(
                            name -> {
                                if (!contains(was.path("required"), name)) {
                                    found.add("%s.%s is needed now".formatted(what, name.asText()));
                                }
                            });
        } else {
            was.path("required")
                    .forEach(
                            name -> {
                                if (!contains(is.path("required"), name)) {
                                    found.add(
                                            "%s.%s may be absent now"
                                                    .formatted(what, name.asText()));
                                }
                            });
        }
    }

    private void limits(String what, JsonNode was, JsonNode is, boolean sent) {
        if (!sent) {
            return;
        }
        for (String most : List.of("maximum", "maxLength", "maxItems")) {
            if (is.has(most)
                    && (!was.has(most) || is.get(most).asDouble() < was.get(most).asDouble())) {
                found.add("%s: %s is %s now".formatted(what, most, is.get(most)));
            }
        }
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode element : array) {
            if (element.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
