package dev.byline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.given.ApiTest;
import dev.byline.given.Keys;
import dev.byline.given.Replies;
import dev.byline.given.contract.ContractFilter;
import dev.byline.given.contract.Document;
import dev.byline.given.contract.Document.Operation;
import dev.byline.given.contract.Generator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests made from the documents, right and wrong, the same in each run. What each reply must be
 * is told by the filters of all tests: no 5xx, and nothing that its document does not have.
 */
@QuarkusTest
@DisplayName("Requests made from the documents")
class FuzzTest extends ApiTest {

    private static final Logger LOG = Logger.getLogger(FuzzTest.class);
    private static final int ROUNDS = Integer.getInteger("byline.fuzz.rounds", 30);

    /** Reading costs less, and its requests are more alike. */
    private static final int OF_CONTENT = 2;

    private static final long SEED = Long.getLong("byline.fuzz.seed", 20260301L);

    /** A stream does not end by itself. */
    private static final Set<String> ENDLESS = Set.of("streamComments");

    private final Map<String, List<String>> ids = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/newsroom", "/openapi/content"})
    @DisplayName("are answered as the documents say, thousands of them")
    void answered(String address) throws Exception {
        Document document = ContractFilter.document(address);
        Generator generator = new Generator(document, SEED);
        List<Operation> operations =
                document.operations().stream()
                        .filter(operation -> !ENDLESS.contains(operation.id()))
                        .sorted(Comparator.comparing(FuzzTest::step).thenComparing(Operation::id))
                        .toList();
        Map<Integer, Integer> statuses = new HashMap<>();
        int rounds = address.endsWith("content") ? ROUNDS * OF_CONTENT : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            for (Operation operation : operations) {
                Response reply = send(document, generator, operation);
                statuses.merge(reply.statusCode() / 100, 1, Integer::sum);
                harvest(operation, reply);
                if (operation.id().equals("revokeAllKeys") || operation.id().equals("revokeKey")) {
                    sql("update api_key set revoked_at = null where name = 'bootstrap'");
                }
            }
        }

        LOG.infof(
                "%d requests were made from %s, %d of them distinct",
                rounds * operations.size(), address, asked.size());
        int tenth = rounds * operations.size() / 10;
        assertThat(statuses.get(2)).as("accepted").isGreaterThan(tenth);
        assertThat(statuses.get(4)).as("refused").isGreaterThan(tenth);
    }

    private static int step(Operation operation) {
        return switch (operation.method()) {
            case "POST" -> operation.path().contains("{") ? 1 : 0;
            case "GET" -> 2;
            case "DELETE" -> 4;
            default -> 3;
        };
    }

    private Response send(Document document, Generator generator, Operation operation) {
        RequestSpecification request =
                operation.path().startsWith("/v1/newsroom/")
                        ? reader().header("Authorization", "Bearer " + Keys.ADMIN)
                        : reader();
        for (JsonNode parameter : document.parameters(operation)) {
            parameter(generator, operation, request, parameter);
        }
        if (generator.chance(3)) {
            request.queryParam("unknown", generator.hostile());
        }
        if (generator.chance(3)) {
            request.header("Accept", "application/x-nothing");
        }
        body(document, generator, operation, request);
        return request.filter(this::note)
                .redirects()
                .follow(false)
                .request(operation.method(), operation.path());
    }

    private Response note(
            FilterableRequestSpecification request,
            FilterableResponseSpecification spec,
            FilterContext context) {
        asked.add(request.getMethod() + ContractFilter.uri(request, context) + request.getBody());
        return context.next(request, spec);
    }

    private void parameter(
            Generator generator,
            Operation operation,
            RequestSpecification request,
            JsonNode parameter) {
        String name = parameter.get("name").asText();
        switch (parameter.get("in").asText()) {
            case "path" -> request.pathParam(name, segment(generator, operation, parameter));
            case "query" -> {
                if (parameter.path("required").asBoolean()
                        ? generator.chance(90)
                        : generator.chance(25)) {
                    request.queryParam(
                            name,
                            generator.chance(30)
                                    ? shortened(generator.hostile())
                                    : generator.parameter(parameter.get("schema")));
                }
            }
            default -> {
                if (name.equals("If-Match") && generator.chance(85)) {
                    request.header(name, generator.chance(85) ? "*" : "\"0\"");
                } else if (name.equals("Idempotency-Key") && generator.chance(20)) {
                    request.header(name, generator.chance(70) ? generator.uuid() : "again");
                } else if (name.equals("If-None-Match") && generator.chance(20)) {
                    request.header(name, "*");
                }
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > 3000 ? text.substring(0, 3000) : text;
    }

    private Object segment(Generator generator, Operation operation, JsonNode parameter) {
        List<String> known = ids.getOrDefault(collection(operation.path(), parameter), List.of());
        if (!known.isEmpty() && generator.chance(85)) {
            return generator.pick(known);
        }
        String hostile = generator.hostile().replaceAll("[^a-zA-Z0-9 '<>$-]", "");
        return hostile.isBlank() || generator.chance(60)
                ? generator.parameter(parameter.get("schema"))
                : shortened(hostile);
    }

    /** The segment before the parameter: what kind of thing it names. */
    private static String collection(String path, JsonNode parameter) {
        String before = path.substring(0, path.indexOf("{" + parameter.get("name").asText() + "}"));
        String[] segments = before.split("/");
        String last = segments[segments.length - 1];
        return last.equals("merge-into") ? "tags" : last;
    }

    private void body(
            Document document,
            Generator generator,
            Operation operation,
            RequestSpecification request) {
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.has("multipart/form-data")) {
            request.multiPart("file", "a.txt", generator.hostile().getBytes());
            return;
        }
        if (content.isEmpty() || generator.chance(3)) {
            return;
        }
        List<String> types = new ArrayList<>();
        content.fieldNames().forEachRemaining(types::add);
        String type = generator.pick(types);
        JsonNode value = generator.value(content.get(type).get("schema"));
        request.contentType(generator.chance(3) ? "text/plain" : type)
                .body(generator.chance(45) ? generator.spoilt(value) : value.toString());
    }

    private void harvest(Operation operation, Response reply) {
        if (reply.statusCode() >= 300
                || reply.contentType() == null
                || !reply.contentType().contains("json")) {
            return;
        }
        String[] segments = operation.path().split("/");
        String last = segments[segments.length - 1];
        String collection = last.startsWith("{") ? segments[segments.length - 2] : last;
        List<String> known = ids.computeIfAbsent(collection, name -> new ArrayList<>());
        JsonNode said = Replies.json(reply);
        List<JsonNode> found = new ArrayList<>(List.of(said.path("id")));
        said.path("items").forEach(item -> found.add(item.path("id")));
        found.add(said.path("slug"));
        found.stream()
                .map(JsonNode::asText)
                .filter(value -> !value.isEmpty() && !known.contains(value))
                .forEach(known::add);
    }
}
