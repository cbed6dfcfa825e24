package dev.byline.given.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.ValidationMessage;
import dev.byline.given.contract.Document.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Says where an exchange and a document differ: whatever the server replies must be declared, and
 * whatever it accepts must be valid. What it refuses need not be.
 */
public final class Judge {

    /** What the server itself may say of an address or a method that no operation has. */
    private static final Set<Integer> OF_NO_OPERATION =
            Set.of(308, 401, 403, 404, 405, 413, 414, 415, 429, 431);

    /** Headers of any reply, which say nothing of the interface. */
    private static final Pattern OF_ANY_REPLY =
            Pattern.compile(
                    "content-(type|length|encoding|security-policy)|connection|transfer-encoding|date"
                            + "|x-content-type-options|referrer-policy|access-control-.*"
                            // for the caches between
                            + "|surrogate-(key|control)|cdn-cache-control|cache-status",
                    Pattern.CASE_INSENSITIVE);

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Document document;
    private final List<String> flaws = new ArrayList<>();

    private Judge(Document document) {
        this.document = document;
    }

    /** The differences, in words; none when all is well. */
    public static List<String> flaws(Document document, Exchange exchange) {
        Judge judge = new Judge(document);
        Optional<Operation> found = document.find(exchange.method(), exchange.path());
        if (found.isPresent()) {
            judge.judge(found.get(), exchange);
        } else if (!OF_NO_OPERATION.contains(exchange.status())) {
            judge.flaws.add("the document has no such operation");
        }
        return judge.flaws;
    }

    private void judge(Operation operation, Exchange exchange) {
        if (exchange.status() == 414 && exchange.body().isEmpty()) {
            return; // the HTTP server's own, before the application sees anything
        }
        JsonNode response =
                document.resolve(
                        operation.node().at("/responses").path(String.valueOf(exchange.status())));
        if (response.isMissingNode()) {
            flaws.add("status %d is not declared".formatted(exchange.status()));
            return;
        }
        headers(response, exchange);
        if (!exchange.method().equals("HEAD")) {
            body(response, exchange);
        }
        if (exchange.status() < 300) {
            request(operation, exchange);
        }
        if (flaws.isEmpty()) {
            Exercised.note(operation.id(), exchange);
        }
    }

    private void headers(JsonNode response, Exchange exchange) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, JsonNode> declared : response.path("headers").properties()) {
            String name = declared.getKey();
            known.add(name);
            JsonNode header = document.resolve(declared.getValue());
            String value = exchange.headers().get(name);
            if (value != null) {
                judge(header.get("schema"), TextNode.valueOf(value), "header " + name);
            } else if (header.path("required").asBoolean()) {
                flaws.add("header %s is missing".formatted(name));
            }
        }
        exchange.headers().keySet().stream()
                .filter(name -> !known.contains(name) && !OF_ANY_REPLY.matcher(name).matches())
                .forEach(name -> flaws.add("header %s is not declared".formatted(name)));
    }

    private void body(JsonNode response, Exchange exchange) {
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            if (!exchange.body().isEmpty()) {
                flaws.add("a body where none is declared");
            }
            return;
        }
        String type = mediaType(exchange.headers().get("Content-Type"));
        JsonNode media = content.has(type) ? content.get(type) : content.path("*/*");
        if (media.isMissingNode()) {
            flaws.add("Content-Type %s is not declared".formatted(type));
        } else if (type.endsWith("json")) {
            JsonNode body = parse(exchange.body(), "reply");
            if (body != null) {
                reply(media.get("schema"), body, exchange.query().containsKey("fields"));
                if (exchange.status() >= 400
                        && !Document.codes(response).contains(body.path("code").asText())) {
                    flaws.add("code %s is not declared".formatted(body.path("code")));
                }
            }
        }
    }

    /**
     * With {@code fields} the members of the item, or of each in a list, are as they were chosen.
     */
    private void reply(JsonNode schema, JsonNode body, boolean chosen) {
        String items = body.has("items") ? "/items/\\d+" : "";
        for (ValidationMessage message : document.schemas().judge(schema, body)) {
            boolean left =
                    chosen
                            && message.getType().equals("required")
                            && message.getInstanceLocation().toString().matches(items);
            if (!left) {
                flaws.add("reply " + message.getMessage());
            }
        }
    }

    private void request(Operation operation, Exchange exchange) {
        for (JsonNode parameter : document.parameters(operation)) {
            String name = parameter.get("name").asText();
            String value =
                    switch (parameter.get("in").asText()) {
                        case "path" -> operation.segment(exchange.path(), name);
                        case "query" -> exchange.query().get(name);
                        default -> exchange.requestHeaders().get(name);
                    };
            if (value != null) {
                JsonNode schema = parameter.get("schema");
                judge(schema, typed(value, document.resolve(schema)), "parameter " + name);
            } else if (parameter.path("required").asBoolean()) {
                flaws.add("parameter %s is missing".formatted(name));
            }
        }
        requestBody(operation.node().path("requestBody"), exchange);
    }

    private void requestBody(JsonNode declared, Exchange exchange) {
        String type = mediaType(exchange.requestType());
        if (type.startsWith("multipart/")) {
            return;
        }
        if (exchange.requestBody() == null || exchange.requestBody().isEmpty()) {
            if (declared.path("required").asBoolean()) {
                flaws.add("the request has no body");
            }
            return;
        }
        JsonNode media = declared.path("content").path(type);
        if (!media.isMissingNode()) {
            JsonNode body = parse(exchange.requestBody(), "request");
            if (body != null) {
                if (!type.equals(MERGE_PATCH)) {
                    withoutNulls(body);
                }
                judge(media.get("schema"), body, "request");
            }
        }
    }

    /** As the documents say of bodies: a member that is null is one that is not there. */
    private static void withoutNulls(JsonNode node) {
        node.forEach(Judge::withoutNulls);
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
    }

    private void judge(JsonNode schema, JsonNode value, String what) {
        document.schemas()
                .judge(schema, value)
                .forEach(message -> flaws.add(what + " " + message.getMessage()));
    }

    private JsonNode parse(String json, String what) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            flaws.add(what + " is no JSON");
            return null;
        }
    }

    private JsonNode typed(String value, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" ->
                    value.matches("-?[0-9]{1,18}")
                            ? LongNode.valueOf(Long.parseLong(value))
                            : TextNode.valueOf(value);
            case "boolean" ->
                    value.matches("true|false")
                            ? BooleanNode.valueOf(Boolean.parseBoolean(value))
                            : TextNode.valueOf(value);
            case "array" -> {
                ArrayNode array = MAPPER.createArrayNode();
                for (String item : value.split(",", -1)) {
                    array.add(typed(item, document.resolve(schema.path("items"))));
                }
                yield array;
            }
            default -> TextNode.valueOf(value);
        };
    }

    private static String mediaType(String header) {
        return header == null ? "" : header.split(";")[0].strip();
    }
}
