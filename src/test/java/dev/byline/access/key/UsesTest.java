package dev.byline.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.access.AccessTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Noting the use of a key")
class UsesTest extends AccessTest {

    @Test
    @DisplayName("does not wait for who holds its row")
    void held() throws Exception {
        Issued key = issue("Wire importer", "writer");
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from api_key where name = 'Wire importer' for update");
            Instant before = Instant.now();

            with(key.key()).get(ME).then().statusCode(200);

            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
            other.rollback();
        }
        assertThat(
                        value(
                                "select count(*) from api_key where last_used_at is not null and name = 'Wire importer'"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("may fail without harm to the caller")
    void fails() throws Exception {
        Issued key = issue("Wire importer", "writer");
        sql(
                """
            create function refuse_use() returns trigger language plpgsql as
            $$ begin raise exception 'no'; end $$
            """);
        sql(
                "create trigger refuse_use before update of last_used_at on api_key for each row execute function refuse_use()");
        try {
            with(key.key()).get(ME).then().statusCode(200);
        } finally {
            sql("drop trigger refuse_use on api_key");
            sql("drop function refuse_use()");
        }
    }
}
