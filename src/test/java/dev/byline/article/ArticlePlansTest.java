package dev.byline.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import dev.byline.given.Plans;
import dev.byline.given.Plans.Plan;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What PostgreSQL does for the list, on the articles of {@code bench/articles.sql}. */
@QuarkusTest
@DisplayName("GET /v1/articles, among many")
class ArticlePlansTest extends ApiTest {

    private static final String ARTICLES = "10000";
    // A page of 20, one more, its editions, sections and shelf rows: far from a scan of all.
    private static final int MOST_BUFFERS = 1500;
    // Close to an end of a list it is cheaper to sort what is left; a section here has 1,000.
    private static final double MOST_SORTED = 250;
    private static final List<String> FILTERS =
            List.of(
                    "",
                    "&section=section-1",
                    "&section=section-7",
                    "&tag=tag-5",
                    "&author=author-5");

    @Inject AgroalDataSource database;

    /** So many rows are truncated in no time, and deleted in seconds. */
    @AfterEach
    void truncate() throws Exception {
        sql(
                """
                do $$
                begin
                    alter table correction disable trigger correction_is_not_truncated;
                    truncate article, edition, shelf, section, tag, author, slug cascade;
                    alter table correction enable trigger correction_is_not_truncated;
                end $$""");
    }

    @Test
    @DisplayName(
            "scans no table and sorts no more than is left near an end, without filter or with one label, in each"
                    + " order, on the first page, far behind and backwards")
    void plans() throws Exception {
        fill();
        try (var plans = new Plans(database)) {
            for (String filter : FILTERS) {
                for (String sort : List.of("newest", "oldest", "updated")) {
                    String list = "/v1/articles?limit=20&sort=" + sort + filter;
                    Response first = check(plans, list);
                    Response second = check(plans, list + "&cursor=" + first.path("page.next"));
                    check(plans, list + "&cursor=" + second.path("page.prev"));
                    check(
                            plans,
                            list + "&cursor=" + deepest(list.replace("limit=20", "limit=100")));
                }
            }
        }
    }

    /** The cursor of the last page, or of one a thousand articles behind. */
    private static String deepest(String list) {
        String cursor = read(list + "&fields=id").path("page.next");
        for (int page = 0; page < 10; page++) {
            String next = read(list + "&fields=id&cursor=" + cursor).path("page.next");
            if (next == null) {
                break;
            }
            cursor = next;
        }
        return cursor;
    }

    private static Response check(Plans plans, String path) throws SQLException, IOException {
        AtomicReference<Response> reply = new AtomicReference<>();
        List<Plan> followed = plans.during(() -> reply.set(read(path)));
        reply.get().then().statusCode(200);
        assertThat(followed).as(path).anyMatch(plan -> plan.text().contains("from shelf"));
        for (Plan plan : followed) {
            assertThat(plan.text())
                    .as(path)
                    .doesNotContain("Seq Scan on article")
                    .doesNotContain("Seq Scan on edition")
                    .doesNotContain("Seq Scan on shelf");
            if (plan.text().contains("from shelf")) {
                assertThat(plan.mostSorted()).as(path + "\n" + plan.text()).isLessThan(MOST_SORTED);
            }
            assertThat(plan.buffers()).as(path + "\n" + plan.text()).isLessThan(MOST_BUFFERS);
        }
        return reply.get();
    }

    private void fill() throws SQLException, IOException {
        String script = Files.readString(Path.of("bench", "articles.sql")).replace(":n", ARTICLES);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // More than any request may take; the pool sets its own time when it is next acquired.
            connection.setNetworkTimeout(Runnable::run, 120_000);
            statement.execute("set statement_timeout = '120s'");
            for (String sql : script.split(";\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            statement.execute("set statement_timeout = '5s'");
        }
    }
}
