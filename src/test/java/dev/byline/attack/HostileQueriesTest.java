package dev.byline.attack;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.ApiTest;
import dev.byline.given.Fingerprint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("Public lists, asked by attackers")
class HostileQueriesTest extends ApiTest {

    private static final List<String> SQL =
            List.of(
                    "'",
                    "\"",
                    "''",
                    "\\'",
                    "' or '1'='1",
                    "' or 1=1 --",
                    "' or 1=1 /*",
                    "') or ('1'='1",
                    "1 or 1=1",
                    "1' order by 100 --",
                    "' union select null --",
                    "' union select id, hash from api_key --",
                    "'; drop table article; --",
                    "'; select pg_sleep(5); --",
                    "' || pg_sleep(5) || '",
                    "(select pg_sleep(5))",
                    "1;select pg_sleep(5)",
                    "(select case when 1=1 then 1 else 1/0 end)",
                    "news' and substr((select hash from api_key limit 1),1,1)='a",
                    "$$;select 1;$$",
                    "${7*7}",
                    "#{7*7}",
                    "{{7*7}}",
                    "{cdi:config}",
                    "%27%20or%201=1",
                    "news;drop",
                    "news--",
                    "news/**/or/**/1=1",
                    "news\\",
                    "%",
                    "_",
                    "n%",
                    "news*",
                    ":id",
                    "?",
                    "?1",
                    "e.hash",
                    "(select 1)",
                    "cast((select version()) as int)",
                    "../../etc/passwd",
                    "/**",
                    "\u202enews",
                    "ｎｅｗｓ",
                    "NEWS\u0131",
                    "{\"$gt\":\"\"}",
                    "[]",
                    "null",
                    "true");

    // What only the inside knows, among them names of columns that exist
    private static final List<String> PRIVATE =
            List.of(
                    "email",
                    "ip",
                    "hash",
                    "key",
                    "note",
                    "state",
                    "createdBy",
                    "created_by",
                    "live_id",
                    "working_id",
                    "embargoUntil",
                    "plain_text",
                    "input",
                    "version",
                    "search",
                    "password",
                    "storageKey",
                    "author.email",
                    "article.state");

    // Less than the payloads' pg_sleep(5), which would show
    private static final long SLEEP_MS = 4000;

    @Inject DataSource database;

    private String before;

    @BeforeEach
    void something() throws Exception {
        // Not "News": full text finds names as well.
        newsroom(Map.of("name", "Desk", "slug", "news"))
                .post("/v1/newsroom/sections")
                .then()
                .statusCode(201);
        label("tags", "Flood");
        label("authors", "Ann Lee");
        article("Public")
                .with("tags", List.of("flood"))
                .with("authors", List.of(Map.of("author", "ann-lee")))
                .published();
        article("Draft").draft();
        before = Fingerprint.of(database);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles, section tag author q",
        "/v1/tags, q",
        "/v1/authors, q",
    })
    @DisplayName("find nothing for SQL in a filter: it is text, and costs nothing")
    void text(String path, String names) throws Exception {
        for (String name : names.split(" ")) {
            for (String sql : SQL) {
                Response reply = timely(path, name, sql);
                assertThat(reply.statusCode()).as(name + "=" + sql).isIn(200, 400);
                if (reply.statusCode() == 200) {
                    assertThat(reply.jsonPath().getList("items")).as(name + "=" + sql).isEmpty();
                } else {
                    assertThat(reply.<List<String>>path("errors.parameter")).contains(name);
                }
            }
        }
        unchanged();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles, type language from to ids sort fields limit cursor total",
        "/v1/articles/public, fields",
        "/v1/sections, limit cursor total",
        "/v1/tags, type limit cursor total",
        "/v1/authors, limit cursor total"
    })
    @DisplayName("refuse SQL where a name, a number or a time is due")
    void closed(String path, String names) throws Exception {
        List<String> all = List.of(names.split(" "));
        for (String sql : SQL) {
            long start = System.nanoTime();
            RequestSpecification request = reader();
            all.forEach(name -> request.queryParam(name, sql));
            Response reply = request.get(path);
            assertThat((System.nanoTime() - start) / 1_000_000).as(sql).isLessThan(SLEEP_MS);
            assertThat(reply.statusCode()).as(sql).isEqualTo(400);
            // "true" is a total, and "null" would be a language, of which nothing is written
            assertThat(reply.<List<String>>path("errors.parameter"))
                    .as(sql)
                    .containsAll(
                            all.stream()
                                    .filter(
                                            name ->
                                                    !(name.equals("total") && sql.equals("true"))
                                                            && !(name.equals("language")
                                                                    && sql.matches("null|true")))
                                    .toList());
        }
        unchanged();
    }

    @Test
    @DisplayName("tell nothing of private columns: they are as unknown as an invented name")
    void oracle() throws Exception {
        for (String path : List.of("/v1/articles", "/v1/tags", "/v1/authors", "/v1/sections")) {
            for (String name : PRIVATE) {
                same(path, name, "x", "zzz", "x");
            }
        }
        for (String name : PRIVATE) {
            same("/v1/articles", "sort", name, "sort", "zzz");
            same("/v1/articles", "fields", name, "fields", "zzz");
            same("/v1/articles/public", "fields", name, "fields", "zzz");
        }
        unchanged();
    }

    @Test
    @DisplayName("refuse every unknown parameter in the same words")
    void unknown() throws Exception {
        List<String> forms =
                List.of(
                        "%s",
                        "where[%s]",
                        "filter[%s][$gt]",
                        "%s[]",
                        "__proto__[%s]",
                        "populate.%s",
                        "%s.x");
        Random random = new Random(7);
        for (int i = 0; i < 70; i++) {
            String word = "z" + Integer.toString(random.nextInt(1_000_000), 36);
            String name = forms.get(i % forms.size()).formatted(word);
            same("/v1/articles", name, "1", "zzz", "1");
        }
        unchanged();
    }

    @Test
    @DisplayName("refuse what is too much of it in no time")
    void much() throws Exception {
        String tags = "t,".repeat(10_000) + "t";
        String many = "a=1&".repeat(1000) + "b=1";
        for (String query :
                List.of(
                        "tag=" + tags,
                        many,
                        "q=" + "a".repeat(7000),
                        "limit=" + "9".repeat(7000))) {
            long start = System.nanoTime();
            Response reply = reader().urlEncodingEnabled(false).get("/v1/articles?" + query);
            assertThat(reply.statusCode()).isIn(400, 414);
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1000);
        }
        unchanged();
    }

    private static Response timely(String path, String name, String value) {
        long start = System.nanoTime();
        Response reply = reader().queryParam(name, value).get(path);
        assertThat((System.nanoTime() - start) / 1_000_000)
                .as(path + " " + name + "=" + value)
                .isLessThan(SLEEP_MS);
        return reply;
    }

    private static void same(
            String path, String name, String value, String otherName, String otherValue) {
        Response one = reader().queryParam(name, value).get(path);
        Response other = reader().queryParam(otherName, otherValue).get(path);
        String what = path + " " + name + "=" + value;
        assertThat(one.statusCode()).as(what).isEqualTo(400).isEqualTo(other.statusCode());
        assertThat(blank(one, name, value)).as(what).isEqualTo(blank(other, otherName, otherValue));
    }

    /** The reply without what it echoes. */
    private static String blank(Response reply, String name, String value) {
        String body = reply.asString();
        return value.equals("x") || value.equals("1")
                ? body.replace("\"" + name + "\"", "\"…\"").replace(" " + name + ":", " …:")
                : body.replace(value, "…");
    }

    private void unchanged() throws Exception {
        assertThat(Fingerprint.of(database)).isEqualTo(before);
    }
}
