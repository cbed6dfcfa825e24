package dev.byline.given;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.given.contract.ContractFilter;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold for every reply of every test, whatever the test itself looks at. */
public final class StandingAssertions implements Filter {

    /** Traces of the inside: classes, stack traces, SQL, file paths. */
    private static final Pattern INSIDE =
            Pattern.compile(
                    "Exception|\\bat [a-z]+\\.[a-z]+\\.|PSQL|Hibernate|hibernate|org\\.|jakarta\\.|io\\.quarkus"
                            + "|(?i:select .{1,60} from )|/home/|/tmp/|\\.java");

    /** Secrets that tests plant; none may ever come back. */
    private static final List<String> CANARIES = List.of(TestDatabase.SECRET, Keys.ADMIN);

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification spec,
            FilterContext context) {
        Response reply = context.next(request, spec);
        String uri = ContractFilter.uri(request, context);
        String what = request.getMethod() + " " + uri + " -> " + reply.statusCode();
        assertThat(reply.statusCode()).as(what).isLessThan(500);
        assertThat(reply.header("Trace-Id")).as(what).matches("[0-9a-f]{32}");
        assertThat(reply.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        String body = reply.body().asString();
        CANARIES.forEach(secret -> assertThat(body).as(what).doesNotContain(secret));
        boolean newsroom = uri.contains("/v1/newsroom");
        if (newsroom) {
            assertThat(reply.header("Cache-Control")).as(what).isEqualTo("private, no-store");
        }
        boolean write = !List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
        boolean replay = request.getHeaders().hasHeaderWithName("Idempotency-Key");
        if (newsroom && write && !replay && reply.statusCode() < 400) {
            assertThat(Audited.rows(reply.header("Trace-Id"))).as("audit of " + what).isPositive();
        }
        if (reply.statusCode() >= 400) {
            assertProblem(reply, body, newsroom, what);
        }
        return reply;
    }

    private static void assertProblem(Response reply, String body, boolean newsroom, String what) {
        int status = reply.statusCode();
        assertThat(reply.contentType()).as(what).startsWith("application/problem+json");
        assertThat(INSIDE.matcher(body).find()).as(what + ": " + body).isFalse();
        if (!body.isEmpty()) {
            JsonNode problem = Replies.json(body);
            assertThat(problem.path("status").asInt()).as(what).isEqualTo(status);
            assertThat(problem.path("type").asText())
                    .as(what)
                    .isEqualTo("/problems/" + problem.path("code").asText());
        }
        if (!newsroom) {
            assertThat(reply.header("Cache-Control"))
                    .as(what)
                    .isEqualTo(status == 404 || status == 410 ? "public, max-age=5" : "no-store");
        }
    }
}
