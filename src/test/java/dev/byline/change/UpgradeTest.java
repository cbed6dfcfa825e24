package dev.byline.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A database from before revisions and the log of changes")
class UpgradeTest extends ApiTest {

    private static final String BEFORE = "9";
    private static final String AFTER = "15";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=upgrade",
                username,
                password);
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(
                        url + (url.contains("?") ? "&" : "?") + "currentSchema=upgrade",
                        username,
                        password)
                .schemas("upgrade")
                .locations("db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    @AfterEach
    void clean() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists upgrade cascade");
        }
    }

    @Test
    @DisplayName("begins with what each article is, and with what readers see")
    void begins() throws SQLException {
        migrate(BEFORE);
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into section (id, version, slug, name, created_at)
                    values ('00000000-0000-7000-8000-00000000000a', 1, 'news', 'News', now());
                    insert into tag (id, version, slug, name, type, created_at)
                    values ('00000000-0000-7000-8000-00000000000b', 1, 'seen', 'Seen', 'TOPIC', now()),
                           ('00000000-0000-7000-8000-00000000000c', 1, 'unseen', 'Unseen', 'TOPIC', now());
                    insert into edition (id, article_id, slug, type, headline, section_id, labels, related_policy, body,
                                         plain_text, word_count, reading_minutes, input)
                    select ('00000000-0000-7000-8000-0000000000e' || n)::uuid,
                           ('00000000-0000-7000-8000-00000000000' || case n when 3 then 2 else 1 end)::uuid,
                           's' || n, 'STORY', 'H' || n, '00000000-0000-7000-8000-00000000000a', '[]', 'AUTO', '[]', '', 0,
                           0, '{"headline":"H' || n || '"}'
                    from generate_series(1, 3) n;
                    insert into edition_tag (edition_id, position, tag_id)
                    values ('00000000-0000-7000-8000-0000000000e1', 0, '00000000-0000-7000-8000-00000000000b'),
                           ('00000000-0000-7000-8000-0000000000e3', 0, '00000000-0000-7000-8000-00000000000c');
                    insert into article (id, version, state, slug, type, live_id, working_id, first_published_at,
                                         published_at, updated_at, created_at, created_by, saved_at)
                    values ('00000000-0000-7000-8000-000000000001', 3, 'PUBLISHED', 's1', 'STORY',
                            '00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000e2',
                            now() - interval '1 day', now() - interval '1 day', now() - interval '1 day', now(), 'key:a', now()),
                           ('00000000-0000-7000-8000-000000000002', 1, 'DRAFT', 's3', 'STORY', null,
                            '00000000-0000-7000-8000-0000000000e3', null, null, null, now(), 'key:a', now());
                    select shelve('00000000-0000-7000-8000-000000000001')""");
        }

        migrate(AFTER);

        try (var connection = connect()) {
            assertThat(
                            rows(
                                    connection,
                                    "select right(article_id::text, 1) || number || headline from revision order by 1"))
                    .containsExactly("11H1", "12H2", "21H3");
            assertThat(
                            rows(
                                    connection,
                                    "select right(article_id::text, 1) || number || action from revision_mark"))
                    .containsExactly("11PUBLISH");
            assertThat(
                            rows(
                                    connection,
                                    "select kind || right(item_id::text, 1) || op from change order by id"))
                    .containsExactly("sectionaupsert", "article1upsert", "tagbupsert");
        }
    }
}
