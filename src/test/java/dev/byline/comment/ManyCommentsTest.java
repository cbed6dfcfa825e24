package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Ten thousand comments on one article")
class ManyCommentsTest extends CommentTest {

    // As Listing and Threads ask.
    private static final String FIRST_PAGE =
            """
            select * from comment
            where article_id = '%s' and depth = 0 and shown
              and (created_at, id) < ('9999-12-31', '00000000-0000-0000-0000-000000000000')
            order by created_at desc, id desc limit 21""";
    private static final String FIRST_REPLIES =
            """
            select r.* from comment h
            cross join lateral (select c.* from comment c
                                where c.thread_id = h.id and c.depth > 0 and c.shown order by c.path limit 3) r
            where h.id = '%s'
            order by r.path""";
    @Inject DataSource database;

    private static final Pattern TIME = Pattern.compile("\"Execution Time\": ([0-9.]+)");

    /** So many rows are truncated in no time, and deleted in seconds. */
    @AfterEach
    void truncate() throws Exception {
        sql("truncate comment cascade");
    }

    @Test
    @DisplayName("don't slow its first page: three statements, each by an index")
    void firstPage() throws Exception {
        Posted head = say("head");
        sql(
                """
                insert into comment (id, version, article_id, thread_id, parent_id, depth, path, commenter_id, state,
                                     name, avatar, text, html, created_at, edit_until, findings, fingerprint)
                select n.id, 1, h.article_id,
                       case when n.i % 2 = 0 then n.id else h.id end,
                       case when n.i % 2 = 0 then null else h.id end,
                       n.i % 2, case when n.i % 2 = 0 then '' else replace(cast(n.id as text), '-', '') end,
                       h.commenter_id, 'VISIBLE', 'Ada', '', 'text ' || n.i, '<p></p>',
                       h.created_at + n.i * interval '1 millisecond', h.edit_until, '[]', 0
                from comment h, (select i, gen_random_uuid() as id from generate_series(1, 10000) as i) n""");
        sql("update comment set below = 5000 where depth = 0 and text = 'head'");
        sql("update comment_count set visible = 10001");
        sql("analyze comment");
        read(comments());

        assertThat(statements(() -> read(comments() + "?sort=oldest").then().statusCode(200)))
                .isLessThanOrEqualTo(3);
        assertThat(read(comments() + "?sort=oldest").<List<?>>path("items[0].replies")).hasSize(3);
        long started = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            read(comments() + "?limit=" + (20 + i)).then().statusCode(200);
            read(head.path() + "/replies?limit=" + (20 + i)).then().statusCode(200);
        }
        assertThat((System.nanoTime() - started) / 40_000_000).isLessThan(100);

        double page = millis(FIRST_PAGE.formatted(article.id()), "comment_top");
        double replies = millis(FIRST_REPLIES.formatted(head.id()), "comment_thread");
        assertThat(page + replies).as("ms in the database").isLessThan(5);
    }

    /** How long the statement takes where nothing disturbs it; it must go by this index. */
    private double millis(String sql, String index) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            String plan = plan(sql);
            assertThat(plan).contains("\"" + index + "\"").doesNotContain("Seq Scan");
            Matcher time = TIME.matcher(plan);
            assertThat(time.find()).isTrue();
            best = Math.min(best, Double.parseDouble(time.group(1)));
        }
        return best;
    }

    private String plan(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("explain (analyze, format json) " + sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
