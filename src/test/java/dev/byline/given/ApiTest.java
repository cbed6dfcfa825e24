package dev.byline.given;

import static io.restassured.RestAssured.given;

import dev.byline.delivery.cache.CacheSwitch;
import dev.byline.given.contract.ContractFilter;
import dev.byline.given.quick.QuickClient;
import dev.byline.given.quick.QuickPaths;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests over HTTP share: an empty newsroom before each, the standing assertions, a few words
 * to write with.
 */
public abstract class ApiTest {

    static {
        RestAssured.replaceFiltersWith(
                new QuickPaths(), new StandingAssertions(), new ContractFilter());
        RestAssured.urlEncodingEnabled = true;
    }

    @Inject EntityManager em;
    @Inject UserTransaction transaction;

    /** What the tests fill, those which refer to others first. */
    private static final List<String> TABLES =
            List.of(
                    "revision_mark",
                    "revision",
                    "preview_link",
                    "related_link",
                    "comment_letter",
                    "comment_notice",
                    "comment_waiting",
                    "comment_report",
                    "comment_decision",
                    "comment_erasure",
                    "comment_quota",
                    "comment_count",
                    "comment",
                    "commenter",
                    "change_known",
                    "change",
                    "shelf",
                    "edition_media",
                    "edition_tag",
                    "edition_credit",
                    "article",
                    "edition",
                    "former_rendition",
                    "media",
                    "tag_alias",
                    "tag",
                    "author",
                    "section",
                    "slug");

    // One statement, at whose end the foreign keys are looked at: articles and editions refer to
    // each other. Nearly always there are few rows, and truncating so many tables takes 50 ms.
    private static final String EMPTY =
            TABLES.stream()
                    .map(table -> table + "_ as (delete from " + table + ")")
                    .collect(Collectors.joining(", ", "with ", " select 1"));

    // The ledger of corrections is kept by a trigger, the settings are one row: few tests write
    // there.
    private static final String RESET =
            """
            do $$
            begin
                if exists (select from correction) then
                    alter table correction disable trigger correction_is_not_deleted;
                    delete from correction;
                    alter table correction enable trigger correction_is_not_deleted;
                end if;
                if exists (select from comment_settings where input <> '{}') then
                    update comment_settings
                    set version = version + 1, close_after_days = 30, input = '{}';
                end if;
            end $$""";

    @BeforeEach
    void emptyNewsroom() throws Exception {
        QuickClient.use();
        sql(RESET);
        stored(EMPTY);
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
        return Replies.text(
                newsroom(Map.of("name", name))
                        .post("/v1/newsroom/" + kind)
                        .then()
                        .statusCode(201)
                        .extract(),
                "slug");
    }

    /**
     * How many statements the database was sent for what {@code work} does; no reply comes from the
     * cache meanwhile.
     */
    protected long statements(Runnable work) {
        Statistics statistics =
                em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        CacheSwitch.off();
        try {
            work.run();
        } finally {
            CacheSwitch.on();
        }
        return statistics.getPrepareStatementCount() - before;
    }

    /** How many statements the database has been sent, while somebody counts. */
    protected long counted() {
        Statistics statistics =
                em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        return statistics.getPrepareStatementCount();
    }

    /** Runs SQL of a test, such as moving an article's times. */
    protected void sql(String sql) throws Exception {
        transacted(() -> em.createNativeQuery(sql).executeUpdate());
    }

    /** The present instant by the database's clock, as callers write it. */
    protected String databaseTime() throws Exception {
        return stored(
                "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
    }

    /** One value of the database, as text. */
    protected String stored(String sql) throws Exception {
        return String.valueOf(transacted(() -> em.createNativeQuery(sql).getSingleResult()));
    }

    private Object transacted(Supplier<Object> work) throws Exception {
        transaction.begin();
        try {
            Object result = work.get();
            transaction.commit();
            return result;
        } finally {
            // Else every test after a failed one would fail.
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    protected static Response read(String path) {
        return reader().get(path);
    }
}
