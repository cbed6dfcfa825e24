package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Ten thousand comments on one article")
class ManyCommentsTest extends CommentTest {

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
    }
}
