package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import dev.byline.given.SentSql;
import dev.byline.given.SentSql.Statement;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What PostgreSQL does for the list, on the articles of {@code bench/articles.sql}. */
@QuarkusTest
@DisplayName("GET /v1/articles, among many")
class ArticlePlansTest extends ApiTest {

    private static final String ARTICLES = "20000";
    // A page of 20, one more, its editions, sections and shelf rows: far from a scan of all.
    private static final int MOST_BUFFERS = 800;
    private static final List<String> FILTERS =
            List.of(
                    "",
                    "&section=section-1",
                    "&section=section-7",
                    "&tag=tag-5",
                    "&author=author-5");
    private static final Pattern PARAMETER = Pattern.compile("\\?");
    private static final Pattern BUFFERS =
            Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    @Inject DataSource database;

    @Test
    @DisplayName(
            "scans no table and sorts nothing without filter or with one label, in each order, on the first page, far"
                    + " behind and backwards")
    void plans() throws Exception {
        fill();
        for (String filter : FILTERS) {
            for (String sort : List.of("newest", "oldest", "updated")) {
                String list = "/v1/articles?limit=20&sort=" + sort + filter;
                String wide = list.replace("limit=20", "limit=100&fields=id");
                Response first = check(list);
                Response second = check(list + "&cursor=" + first.path("page.next"));
                check(list + "&cursor=" + second.path("page.prev"));
                check(list + "&cursor=" + deepest(wide));
            }
        }
    }

    /** The cursor of the last page, or of one two thousand articles behind. */
    private static String deepest(String list) {
        String cursor = read(list).path("page.next");
        for (int page = 0; page < 20; page++) {
            String next = read(list + "&cursor=" + cursor).path("page.next");
            if (next == null) {
                break;
            }
            cursor = next;
        }
        return cursor;
    }

    private Response check(String path) throws Exception {
        AtomicReference<Response> reply = new AtomicReference<>();
        List<Statement> sent = SentSql.during(() -> reply.set(read(path)));
        reply.get().then().statusCode(200);
        assertThat(sent).as(path).isNotEmpty();
        for (Statement statement : sent) {
            if (!statement.sql().contains("from article")) {
                continue; // tags and authors of one page, by key
            }
            String plan = explain(statement);
            assertThat(plan)
                    .as(path + "\n" + statement + "\n" + plan)
                    .doesNotContain("Seq Scan on article")
                    .doesNotContain("Seq Scan on edition")
                    .doesNotContain("Seq Scan on shelf");
            if (statement.sql().contains("fetch first")) {
                assertThat(plan).as(path + "\n" + statement + "\n" + plan).doesNotContain("Sort");
            }
            assertThat(buffers(plan)).as(path + "\n" + plan).isLessThan(MOST_BUFFERS);
        }
        return reply.get();
    }

    private String explain(Statement statement) throws Exception {
        AtomicReference<Integer> position = new AtomicReference<>(0);
        String sql =
                PARAMETER
                        .matcher(statement.sql())
                        .replaceAll(
                                found -> {
                                    int at = position.updateAndGet(n -> n + 1);
                                    String value = statement.parameters().get(at);
                                    // Hibernate doesn't tell of the row limit
                                    return value == null ? "21" : literal(value);
                                });
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                var query = connection.createStatement();
                var lines = query.executeQuery("explain (analyze, buffers) " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static int buffers(String plan) {
        var found = BUFFERS.matcher(plan);
        assertThat(found.find()).as(plan).isTrue();
        return number(found.group(1)) + number(found.group(2));
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    private void fill() throws Exception {
        String script = Files.readString(Path.of("bench", "articles.sql")).replace(":n", ARTICLES);
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '60s'");
            for (String sql : script.split(";\n")) {
                statement.execute(sql);
            }
            statement.execute("set statement_timeout = '5s'");
        }
    }
}
