package dev.byline.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a new document would break a client of the old one, in words: something gone, something
 * newly needed, or something narrower. New members, values and kinds in replies break nobody:
 * clients are told to expect them (docs/api.md).
 */
final class BreakingChanges {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private final JsonNode old;
    private final JsonNode young;
    private final List<String> found = new ArrayList<>();
    private final NarrowerSchemas schemas;

    private BreakingChanges(JsonNode old, JsonNode young) {
        this.old = old;
        this.young = young;
        this.schemas = new NarrowerSchemas(old, young, found);
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
        security(what, before.path("security"), now.path("security"));
        parameters(what, before, now);
        body(what + " request", before.path("requestBody"), now.path("requestBody"));
        before.get("responses")
                .properties()
                .forEach(
                        reply ->
                                reply(
                                        what + " " + reply.getKey(),
                                        resolve(old, reply.getValue()),
                                        resolve(young, now.get("responses").path(reply.getKey()))));
    }

    // Each way in, with the roles for which it is open.
    private void security(String what, JsonNode before, JsonNode now) {
        if (before.isEmpty() && !now.isEmpty()) {
            found.add(what + ": needs a key now");
        }
        for (JsonNode way : before) {
            way.properties()
                    .forEach(
                            scheme -> {
                                for (JsonNode role : scheme.getValue()) {
                                    if (!now.isEmpty()
                                            && !now.findValues(scheme.getKey()).stream()
                                                    .anyMatch(
                                                            roles ->
                                                                    NarrowerSchemas.contains(
                                                                            roles, role))) {
                                        found.add("%s: not for %s any more".formatted(what, role));
                                    }
                                }
                            });
        }
    }

    private void body(String what, JsonNode before, JsonNode now) {
        if (now.path("required").asBoolean() && !before.path("required").asBoolean()) {
            found.add(what + ": a body is needed now");
        }
        content(what, before, now, true);
    }

    private void reply(String what, JsonNode before, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(what + " is gone");
            return;
        }
        before.path("headers")
                .fieldNames()
                .forEachRemaining(
                        header -> {
                            if (!now.path("headers").has(header)) {
                                found.add(what + ": header " + header + " is gone");
                            }
                        });
        content(what, before, now, false);
    }

    private void content(String what, JsonNode before, JsonNode now, boolean sent) {
        before.path("content")
                .properties()
                .forEach(
                        type -> {
                            JsonNode other = now.path("content").path(type.getKey());
                            if (other.isMissingNode()) {
                                found.add(what + ": no " + type.getKey() + " any more");
                            } else {
                                schemas.compare(
                                        what,
                                        type.getValue().path("schema"),
                                        other.path("schema"),
                                        sent);
                            }
                        });
    }

    private void parameters(String what, JsonNode before, JsonNode now) {
        for (JsonNode parameter : before.path("parameters")) {
            JsonNode was = resolve(old, parameter);
            JsonNode is = find(young, now, was.get("name").asText());
            String name = what + " " + was.get("name");
            if (is == null) {
                found.add(what + ": parameter " + was.get("name") + " is gone");
            } else {
                schemas.compare(name, was.get("schema"), is.get("schema"), true);
            }
        }
        for (JsonNode parameter : now.path("parameters")) {
            JsonNode is = resolve(young, parameter);
            JsonNode was = find(old, before, is.get("name").asText());
            boolean needed = was != null && was.path("required").asBoolean();
            if (is.path("required").asBoolean() && !needed) {
                found.add(what + ": parameter " + is.get("name") + " is needed now");
            }
        }
    }

    private static JsonNode find(JsonNode document, JsonNode operation, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode resolved = resolve(document, parameter);
            if (resolved.get("name").asText().equals(name)) {
                return resolved;
            }
        }
        return null;
    }

    static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
