package dev.byline.given;

import static io.restassured.RestAssured.given;

import dev.byline.given.contract.ContractFilter;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests over HTTP share: an empty newsroom before each, the standing assertions, a few words
 * to write with.
 */
public abstract class ApiTest {

    static {
        RestAssured.replaceFiltersWith(new StandingAssertions(), new ContractFilter());
        RestAssured.urlEncodingEnabled = true;
    }

    @Inject EntityManager em;
    @Inject UserTransaction transaction;

    @BeforeEach
    void emptyNewsroom() throws Exception {
        sql(
                "truncate article, edition, section, tag, author, slug, correction, shelf, change, change_known,"
                        + " preview_link, related_link, media, comment, commenter, comment_count, comment_quota"
                        + " cascade");
    }

    /** A request of a reader's app. */
    protected static RequestSpecification reader() {
        return given();
    }

    /** A request of the bootstrap key, which may do everything. */
    protected static RequestSpecification newsroom() {
        return given().header("Authorization", "Bearer " + Keys.ADMIN);
    }

    protected static RequestSpecification newsroom(Object json) {
        return newsroom().contentType(ContentType.JSON).body(json);
    }

    /** A new section, tag or author; {@code kind} is the last segment of the path. */
    protected static String label(String kind, String name) {
        return newsroom(Map.of("name", name))
                .post("/v1/newsroom/" + kind)
                .then()
                .statusCode(201)
                .extract()
                .path("slug");
    }

    /** How many statements the database was sent for what {@code work} does. */
    protected long statements(Runnable work) {
        Statistics statistics =
                em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        work.run();
        return statistics.getPrepareStatementCount() - before;
    }

    /** Runs SQL of a test, such as moving an article's times. */
    protected void sql(String sql) throws Exception {
        transaction.begin();
        try {
            em.createNativeQuery(sql).executeUpdate();
            transaction.commit();
        } finally {
            // Else every test after a failed one would fail.
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    /** One value of the database, as text. */
    protected String stored(String sql) throws Exception {
        transaction.begin();
        Object value = em.createNativeQuery(sql).getSingleResult();
        transaction.commit();
        return String.valueOf(value);
    }

    protected static Response read(String path) {
        return reader().get(path);
    }
}
