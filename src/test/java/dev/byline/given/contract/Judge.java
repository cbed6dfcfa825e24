package dev.byline.given.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.ValidationMessage;
import dev.byline.given.contract.Document.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says where an exchange and a document differ: whatever the server replies must be declared, and
 * whatever it accepts must be valid. What it refuses need not be.
 */
public final class Judge {

    private static final Set<Integer> OF_NO_OPERATION = Set.of(404, 405, 308);
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
        } else if (exchange.status() < 400 && !OF_NO_OPERATION.contains(exchange.status())) {
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
        response.path("headers")
                .properties()
                .forEach(
                        header -> {
                            if (document.resolve(header.getValue()).path("required").asBoolean()
                                    && !exchange.headers().containsKey(header.getKey())) {
                                flaws.add("header %s is missing".formatted(header.getKey()));
                            }
                        });
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
                judge(media.get("schema"), body, "reply", exchange.query().containsKey("fields"));
                if (exchange.status() >= 400
                        && !Document.codes(response).contains(body.path("code").asText())) {
                    flaws.add("code %s is not declared".formatted(body.path("code")));
                }
            }
        }
    }

    private void request(Operation operation, Exchange exchange) {
        for (JsonNode parameter : document.parameters(operation)) {
            String name = parameter.get("name").asText();
            String value = exchange.query().get(name);
            if (parameter.get("in").asText().equals("query")) {
                if (value != null) {
                    judge(
                            parameter.get("schema"),
                            typed(value, document.resolve(parameter.get("schema"))),
                            "parameter " + name,
                            false);
                } else if (parameter.path("required").asBoolean()) {
                    flaws.add("parameter %s is missing".formatted(name));
                }
            }
        }
        JsonNode content = operation.node().at("/requestBody/content");
        JsonNode media = content.path(mediaType(exchange.requestType()));
        if (exchange.requestBody() != null && !media.isMissingNode()) {
            JsonNode body = parse(exchange.requestBody(), "request");
            if (body != null) {
                withoutNulls(body);
                judge(media.get("schema"), body, "request", false);
            }
        }
    }

    /**
     * A member that is null is one that is not there (RFC 7396 in a change, tolerated in others).
     */
    private static void withoutNulls(JsonNode node) {
        node.forEach(Judge::withoutNulls);
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
    }

    private void judge(JsonNode schema, JsonNode value, String what, boolean trimmed) {
        for (ValidationMessage message : document.schemas().judge(schema, value)) {
            if (!(trimmed && message.getType().equals("required"))) {
                flaws.add(what + " " + message.getMessage());
            }
        }
    }

    private JsonNode parse(String json, String what) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            flaws.add(what + " is no JSON");
            return null;
        }
    }

    private static JsonNode typed(String value, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" ->
                    value.matches("-?[0-9]{1,18}")
                            ? LongNode.valueOf(Long.parseLong(value))
                            : TextNode.valueOf(value);
            case "boolean" ->
                    value.matches("true|false")
                            ? BooleanNode.valueOf(Boolean.parseBoolean(value))
                            : TextNode.valueOf(value);
            default -> TextNode.valueOf(value);
        };
    }

    private static String mediaType(String header) {
        return header == null ? "" : header.split(";")[0].strip();
    }
}
