package dev.byline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.attack.Corpus.Case;
import dev.byline.given.ApiTest;
import dev.byline.given.Fingerprint;
import dev.byline.given.contract.ContractFilter;
import dev.byline.given.contract.Document.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * JSONTestSuite against every operation that takes JSON. The verdicts are in {@code
 * json-verdicts.txt}; what every reply must be is told by the filters of all tests.
 */
@QuarkusTest
@DisplayName("Every operation that takes JSON")
class BrokenJsonTest extends ApiTest {

    private static final Logger LOG = Logger.getLogger(BrokenJsonTest.class);
    private static final String NO_ID = "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55";
    private static final String JSON = "application/json";

    /** It gets all of them, each of the others one of so many. */
    private static final String ALL = "createArticle";

    private static final int SHARE = 8;

    @Inject DataSource database;

    @Test
    @DisplayName("takes and refuses the texts of JSONTestSuite as the table says")
    void suite() throws Exception {
        List<Case> cases = Corpus.json();
        assertThat(cases).hasSizeGreaterThan(350);
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(30);
        Verdicts verdicts = new Verdicts("json-verdicts.txt");
        String before = Fingerprint.of(database);
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            for (int j = 0; j < cases.size(); j++) {
                if (operation.id().equals(ALL) || Corpus.sent(j, i, SHARE)) {
                    verdicts.note(
                            cases.get(j).name(), operation.id(), verdict(operation, cases.get(j)));
                }
            }
        }
        LOG.infof("%d texts that are hardly JSON were sent", verdicts.count());
        verdicts.compare();
        assertThat(Fingerprint.of(database)).as("what was refused").isEqualTo(before);
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        Stream.of("/openapi/content", "/openapi/newsroom")
                .flatMap(address -> ContractFilter.document(address).operations().stream())
                .filter(
                        operation ->
                                !operation.node().at("/requestBody/content").path(JSON).isEmpty())
                .forEach(operations::add);
        return operations;
    }

    private static String verdict(Operation operation, Case text) {
        long start = System.nanoTime();
        Response reply = send(operation, text.body());
        long ms = (System.nanoTime() - start) / 1_000_000;
        String what = operation.id() + " " + text.name();
        assertThat(ms).as(what).isLessThan(2000);
        String verdict = String.valueOf(reply.statusCode());
        if (reply.statusCode() >= 400) {
            verdict += " " + reply.<String>path("code");
        }
        // Without a body some do what they do by default
        if (text.broken() && !new String(text.body(), StandardCharsets.UTF_8).isBlank()) {
            assertThat(reply.statusCode()).as(what + " is no JSON").isEqualTo(400);
        }
        return verdict;
    }

    private static Response send(Operation operation, byte[] body) {
        RequestSpecification request =
                operation.path().startsWith("/v1/newsroom/")
                        ? newsroom().header("If-Match", "*")
                        : reader();
        return request.contentType(JSON)
                .body(body)
                .request(operation.method(), operation.path().replaceAll("\\{[^}]*}", NO_ID));
    }
}
