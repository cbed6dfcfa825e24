package dev.byline.attack;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.attack.Slots.Slot;
import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import dev.byline.given.Replies;
import dev.byline.given.contract.ContractFilter;
import dev.byline.given.contract.Document;
import dev.byline.given.contract.Document.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The big list of naughty strings in every text that can be written, and every parameter. What is
 * refused is in {@code blns-*.txt}, by the place in the list; what every reply must be is told by
 * the filters of all tests.
 */
@QuarkusTest
@DisplayName("The big list of naughty strings")
class NaughtyStringsTest extends ApiTest {

    private static final Logger LOG = Logger.getLogger(NaughtyStringsTest.class);
    private static final String NO_ID = "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55";
    private static final List<String> DOCUMENTS = List.of("/openapi/content", "/openapi/newsroom");
    private static final String NEWSROOM = "/v1/newsroom/";
    private static final String JSON = "application/json";

    /** A stream does not end by itself. */
    private static final Set<String> ENDLESS = Set.of("streamComments");

    private static final int SHARE = 97;

    private final Map<String, String> known = new HashMap<>();

    private final List<String> strings = Corpus.strings();

    @BeforeEach
    void something() {
        for (String kind : List.of("section", "tag", "author")) {
            var label = newsroom(Map.of("name", "News")).post(NEWSROOM + kind + "s");
            known.put("{" + kind + "}", "news");
            known.put(NEWSROOM + kind + "s/{id}", NEWSROOM + kind + "s/" + label.path("id"));
        }
        Saved article = article("A story").published();
        known.put("{article}", article.slug());
        known.put(NEWSROOM + "articles/{id}", NEWSROOM + "articles/" + article.id());
    }

    @Test
    @DisplayName("in a query is found, or refused as the table says")
    void asked() throws Exception {
        assertThat(strings).hasSize(485);
        Verdicts verdicts = new Verdicts("blns-queries.txt");
        int place = 0;
        for (String address : DOCUMENTS) {
            Document document = ContractFilter.document(address);
            for (Operation operation : document.operations()) {
                if (operation.method().equals("GET") && !ENDLESS.contains(operation.id())) {
                    for (JsonNode parameter : document.parameters(operation)) {
                        if (parameter.get("in").asText().equals("query")) {
                            ask(operation, parameter.get("name").asText(), place++, verdicts);
                        }
                    }
                }
            }
        }
        LOG.infof("%d naughty strings were asked for", verdicts.count());
        verdicts.compare();
    }

    private void ask(Operation operation, String name, int place, Verdicts verdicts) {
        for (int i = 0; i < strings.size(); i++) {
            if (Corpus.sent(i, place, SHARE)) {
                Response reply =
                        request(operation).queryParam(name, strings.get(i)).get(path(operation));
                note(verdicts, operation.id() + " " + name, i, reply, "parameter", name);
            }
        }
    }

    @Test
    @DisplayName("in a write record is kept, or refused as the table says")
    void written() throws Exception {
        Verdicts verdicts = new Verdicts("blns-writes.txt");
        int place = 0;
        for (String address : DOCUMENTS) {
            Document document = ContractFilter.document(address);
            for (Operation operation : document.operations()) {
                JsonNode body = operation.node().at("/requestBody/content").path(JSON);
                if (!body.isEmpty()) {
                    for (Slot slot : Slots.of(document, body.get("schema"))) {
                        write(operation, slot, place++, verdicts);
                    }
                }
            }
        }
        LOG.infof("%d naughty strings were written", verdicts.count());
        verdicts.compare();
    }

    private void write(Operation operation, Slot slot, int place, Verdicts verdicts) {
        for (int i = 0; i < strings.size(); i++) {
            if (Corpus.sent(i, place, SHARE)) {
                Response reply =
                        request(operation)
                                .contentType(JSON)
                                .body(slot.with(strings.get(i)))
                                .request(operation.method(), path(operation));
                String row = operation.id() + " " + slot.name();
                note(verdicts, row, i, reply, "pointer", slot.pointer());
            }
        }
    }

    private static RequestSpecification request(Operation operation) {
        return operation.path().startsWith("/v1/newsroom/")
                ? newsroom().header("If-Match", "*")
                : reader();
    }

    private String path(Operation operation) {
        String path = operation.path();
        for (Map.Entry<String, String> name : known.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        return path.replaceAll("\\{[^}]*}", NO_ID);
    }

    private static void note(
            Verdicts verdicts, String row, int i, Response reply, String where, String place) {
        if (reply.statusCode() != 429) { // which is of no text, but of the time
            verdicts.note(row, "%03d".formatted(i), verdict(reply, where, place));
        }
    }

    /** What is wrong with the text itself, if anything is. */
    private static String verdict(Response reply, String where, String place) {
        if (reply.statusCode() < 300) {
            return "taken";
        }
        JsonNode problem = Replies.json(reply);
        for (JsonNode flaw : problem.path("errors")) {
            if (flaw.path(where).asText().startsWith(place)) {
                return flaw.get("code").asText();
            }
        }
        // Something else in the record is refused
        return problem.path("errors").isEmpty() ? problem.get("code").asText() : "taken";
    }
}
