package dev.byline.revision.undo;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/revisions/undo, of much")
class UndoManyTest extends BreakInTest {

    // Longer than tests wait for anything else.
    private static final RestAssuredConfig PATIENT =
            RestAssuredConfig.newConfig()
                    .httpClient(
                            HttpClientConfig.httpClientConfig()
                                    .setParam("http.socket.timeout", 90_000));

    @Inject DataSource database;

    @Test
    @DisplayName("brings a thousand articles back within a minute, byte for byte")
    void thousand() throws Exception {
        Saved first = article("Story").with("kicker", "Kicker – “one”").published();
        multiply(first);
        String since = databaseTime();
        Thread.sleep(5);
        tamperWithAll();

        Instant begin = Instant.now();
        Response report =
                newsroom(Map.of("key", thiefId, "since", since, "dryRun", false))
                        .config(PATIENT)
                        .post(PATH);
        Duration took = Duration.between(begin, Instant.now());

        report.then().statusCode(200).body("restored", equalTo(1_000)).body("failed", equalTo(0));
        assertThat(took).isLessThan(Duration.ofSeconds(60));
        assertThat(
                        stored(
                                """
                                select count(*) from article a join edition w on w.id = a.working_id
                                    join edition l on l.id = a.live_id
                                    join revision r on r.article_id = a.id and r.number = 1
                                where w.input = r.input and l.input = r.input and w.headline like 'Story %'"""))
                .isEqualTo("1000");
    }

    /** A thousand articles like this one, which goes. */
    private void multiply(Saved first) throws Exception {
        execute(
                """
                create temporary table copies on commit drop as
                select gen_random_uuid() as article, gen_random_uuid() as edition, n from generate_series(1, 1000) n;
                insert into edition (id, article_id, slug, type, headline, kicker, section_id, language, labels,
                    related_policy, body, plain_text, word_count, reading_minutes, input)
                select c.edition, c.article, 'story-' || n, e.type, 'Story ' || n, e.kicker, e.section_id, e.language,
                    e.labels, e.related_policy, e.body, e.plain_text, e.word_count, e.reading_minutes,
                    replace(e.input, '"Story"', '"Story ' || n || '"')
                from copies c, edition e;
                insert into article
                select (jsonb_populate_record(a, jsonb_build_object('id', c.article, 'slug', 'story-' || n,
                    'live_id', c.edition, 'working_id', c.edition))).*
                from copies c, article a where a.id = '%1$s';
                insert into slug (space, slug, owner, once_public) select 'article', 'story-' || n, article, true from copies;
                insert into revision (article_id, number, action, began_at, at, made_by, saves, version, edition_id, slug,
                    headline, input)
                select c.article, 1, r.action, r.began_at, r.at, r.made_by, 1, 1, c.edition, e.slug, e.headline, e.input
                from copies c join edition e on e.id = c.edition, revision r where r.article_id = '%1$s';
                insert into revision_mark (id, article_id, number, action, at, made_by, standing)
                select gen_random_uuid(), c.article, 1, m.action, m.at, m.made_by, article_standing(c.article)
                from copies c, revision_mark m where m.article_id = '%1$s';
                select shelve(article) from copies;
                select note_article(article, false, false) from copies;
                delete from article where id = '%1$s'"""
                        .formatted(first.id()));
    }

    /** What the thief leaves: other words, published. */
    private void tamperWithAll() throws Exception {
        execute(
                """
                update edition set headline = 'Hacked', input = '{"headline":"Hacked"}', plain_text = 'x', body = '[]';
                insert into revision (article_id, number, action, began_at, at, made_by, saves, version, edition_id, slug,
                    headline, input)
                select article_id, 2, 'SAVE', statement_timestamp(), statement_timestamp(), 'key:%1$s', 1, 3, edition_id,
                    slug, 'Hacked', '{"headline":"Hacked"}'
                from revision;
                insert into revision_mark (id, article_id, number, action, at, made_by)
                select gen_random_uuid(), article_id, 2, 'PUBLISH', statement_timestamp(), 'key:%1$s'
                from revision where number = 2"""
                        .formatted(thiefId));
    }

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }
}
