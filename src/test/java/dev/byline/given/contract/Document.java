package dev.byline.given.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One of the two OpenAPI documents, made to find and judge by. */
public final class Document {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "patch", "delete", "head", "options");

    /** An operation with its path as a pattern. */
    public record Operation(
            String method, String path, JsonNode item, JsonNode node, Pattern pattern) {

        public String id() {
            return node.get("operationId").asText();
        }

        /** What an address has in the place of a parameter of the path. */
        String segment(String address, String parameter) {
            int place = List.of(path.split("/")).indexOf("{" + parameter + "}");
            return Exchange.decoded(address.split("/")[place].replace("+", "%2B"));
        }
    }

    private final JsonNode root;
    private final Schemas schemas;
    private final List<Operation> operations = new ArrayList<>();

    public Document(JsonNode root) {
        this.root = root;
        schemas = new Schemas(root);
        root.get("paths").properties().forEach(path -> add(path.getKey(), path.getValue()));
        // An exact segment before a parameter.
        operations.sort(
                Comparator.comparingLong(
                        operation -> operation.path().chars().filter(c -> c == '{').count()));
    }

    public static Document parse(String json) {
        try {
            return new Document(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void add(String path, JsonNode item) {
        Pattern pattern = Pattern.compile(path.replaceAll("\\{[^}]*}", "[^/]+"));
        item.properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(
                        member ->
                                operations.add(
                                        new Operation(
                                                member.getKey().toUpperCase(),
                                                path,
                                                item,
                                                member.getValue(),
                                                pattern)));
    }

    public List<Operation> operations() {
        return operations;
    }

    Schemas schemas() {
        return schemas;
    }

    /** The operation that a request means; HEAD is GET without the body. */
    Optional<Operation> find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        Optional<String> known =
                operations.stream()
                        .filter(operation -> operation.pattern().matcher(path).matches())
                        .map(Operation::path)
                        .findFirst();
        return operations.stream()
                .filter(operation -> known.filter(operation.path()::equals).isPresent())
                .filter(operation -> operation.method().equals(wanted))
                .findFirst();
    }

    /** The node itself, or the one that it refers to. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    public List<JsonNode> parameters(Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation
                .item()
                .path("parameters")
                .forEach(parameter -> parameters.add(resolve(parameter)));
        operation
                .node()
                .path("parameters")
                .forEach(parameter -> parameters.add(resolve(parameter)));
        return parameters;
    }

    /** The codes of problems that a response names. */
    static Set<String> codes(JsonNode response) {
        Set<String> codes = new TreeSet<>();
        response.at("/content/application~1problem+json/examples")
                .fieldNames()
                .forEachRemaining(codes::add);
        return codes;
    }
}
