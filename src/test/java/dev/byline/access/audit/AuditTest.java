package dev.byline.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.byline.access.AccessTest;
import dev.byline.given.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The audit")
class AuditTest extends AccessTest {

    private static final String AUDIT = "/v1/newsroom/audit";
    private static final String TAGS = "/v1/newsroom/tags";

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    @DisplayName("tells who created what, where from and under which trace")
    void created() {
        Issued editor = issue("Ed", "editor");

        Response tag = traced(editor.key(), Map.of("name", "Economy")).post(TAGS);

        rows("who", "key:" + editor.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].outcome", equalTo("done"))
                .body("items[0].status", equalTo(201))
                .body("items[0].who.name", equalTo("Ed"))
                .body("items[0].what", equalTo("createTag"))
                .body("items[0].item.kind", equalTo("tags"))
                .body("items[0].item.id", equalTo(tag.path("id")))
                .body("items[0]", not(hasKey("fromVersion")))
                .body("items[0].toVersion", equalTo(1))
                .body("items[0].address", equalTo("127.0.0.0/24"))
                .body("items[0].traceId", equalTo(trace));
    }

    @Test
    @DisplayName("tells from which version to which a change led, and what was deleted")
    void versions() {
        Response tag = newsroom(Map.of("name", "Economy")).post(TAGS);
        String id = tag.path("id");
        Response changed =
                newsroom(Map.of("name", "Economics"))
                        .header("If-Match", tag.header("ETag"))
                        .patch(TAGS + "/" + id);
        newsroom()
                .header("If-Match", changed.header("ETag"))
                .delete(TAGS + "/" + id)
                .then()
                .statusCode(204);

        rows("item", id)
                .then()
                .body("items.what", contains("deleteTag", "changeTag", "createTag"))
                .body("items[0].fromVersion", equalTo(2))
                .body("items[0]", not(hasKey("toVersion")))
                .body("items[1].fromVersion", equalTo(1))
                .body("items[1].toVersion", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"7\", \"1\""})
    @DisplayName("tells the version that was there where If-Match names none, or several")
    void anyVersion(String ifMatch) {
        String id = newsroom(Map.of("name", "Economy")).post(TAGS).path("id");
        newsroom(Map.of("name", "Economics"))
                .header("If-Match", ifMatch)
                .patch(TAGS + "/" + id)
                .then()
                .statusCode(200);

        rows("item", id)
                .then()
                .body("items[0].what", equalTo("changeTag"))
                .body("items[0].fromVersion", equalTo(1))
                .body("items[0].toVersion", equalTo(2));
    }

    @Test
    @DisplayName("has one row for a write that was sent twice with one Idempotency-Key")
    void replayed() {
        Issued editor = issue("Ed", "editor");
        for (int i = 0; i < 2; i++) {
            traced(editor.key(), Map.of("name", "Economy"))
                    .header("Idempotency-Key", "one")
                    .post(TAGS)
                    .then()
                    .statusCode(201);
        }

        rows("who", "key:" + editor.id()).then().body("items", hasSize(1));
    }

    @Test
    @DisplayName("has no row for a change that was rolled back")
    void rolledBack() throws Exception {
        Issued editor = issue("Ed", "editor");
        traced(editor.key(), Map.of("name", "", "slug", "x")).post(TAGS).then().statusCode(400);

        rows("who", "key:" + editor.id()).then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("undoes a change whose row can't be written")
    void together() throws Exception {
        sql("alter table audit add constraint audit_refuses check (what <> 'createTag') not valid");
        try {
            io.restassured.RestAssured.given()
                    .noFilters()
                    .header("Authorization", "Bearer " + Keys.ADMIN)
                    .contentType("application/json")
                    .body(Map.of("name", "Economy"))
                    .post(TAGS)
                    .then()
                    .statusCode(500);
        } finally {
            sql("alter table audit drop constraint audit_refuses");
        }
        assertThat(value("select count(*) from tag")).isEqualTo("0");
    }

    @Test
    @DisplayName("tells what a caller was not allowed to do")
    void forbidden() throws Exception {
        Issued writer = issue("Jane", "writer");

        traced(writer.key(), Map.of("name", "Economy")).post(TAGS).then().statusCode(403);
        with(writer.key()).get(AUDIT).then().statusCode(403);
        awaitRows("who = 'key:%s'".formatted(writer.id()), 2);

        rows("who", "key:" + writer.id())
                .then()
                .body("items.what", contains("listAudit", "createTag"))
                .body("items.status", everyItem(equalTo(403)))
                .body("items.outcome", everyItem(equalTo("refused")));
    }

    @Test
    @DisplayName("tells of stale, conflicting and forbidden changes")
    void refused() throws Exception {
        Issued editor = issue("Ed", "editor");
        Response tag = traced(editor.key(), Map.of("name", "Economy", "slug", "eco")).post(TAGS);
        String id = tag.path("id");
        traced(editor.key(), Map.of("name", "Economy", "slug", "eco"))
                .post(TAGS)
                .then()
                .statusCode(409);
        traced(editor.key(), Map.of("name", "Other"))
                .header("If-Match", "\"7\"")
                .patch(TAGS + "/" + id)
                .then()
                .statusCode(412);
        awaitRows("who = 'key:%s'".formatted(editor.id()), 3);

        Response rows = rows("who", "key:" + editor.id());
        assertThat(rows.<List<Integer>>path("items.status"))
                .containsExactlyInAnyOrder(201, 409, 412);
        Map<String, Object> stale = rows.path("items.find { it.status == 412 }");
        assertThat(stale).containsEntry("fromVersion", 7).doesNotContainKey("toVersion");
        assertThat(stale.get("item")).isEqualTo(Map.of("kind", "tags", "id", id));
    }

    @Test
    @DisplayName(
            "tells of wrong keys, once a minute for each network, and of no request without one")
    void unauthenticated() throws Exception {
        String before = value("select count(*) from audit where status = 401");
        reader().get(ME).then().statusCode(401);
        for (int i = 0; i < 5; i++) {
            with("byl_wrong" + i).header("traceparent", parent()).get(ME).then().statusCode(401);
        }
        Thread.sleep(300);

        int rows =
                Integer.parseInt(value("select count(*) from audit where status = 401"))
                        - Integer.parseInt(before);
        assertThat(rows).isLessThanOrEqualTo(1);
        awaitRows("status = 401 and who is null and address = '127.0.0.0/24'", 1);
    }

    @Test
    @DisplayName("does not fill up with what one caller is refused")
    void flood() throws Exception {
        Issued writer = issue("Jane", "writer");
        for (int i = 0; i < 80; i++) {
            with(writer.key()).get(AUDIT).then().statusCode(403);
        }
        awaitRows("who = 'key:%s'".formatted(writer.id()), 60);
        Thread.sleep(200);

        assertThat(value("select count(*) from audit where who = 'key:%s'".formatted(writer.id())))
                .isEqualTo("60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set what = 'x'",
                "update audit set what = 'x' where false",
                "delete from audit",
                "truncate audit"
            })
    @DisplayName("is append-only in the database itself")
    void appendOnly(String sql) throws Exception {
        newsroom(Map.of("name", "Economy")).post(TAGS).then().statusCode(201);

        assertThatThrownBy(() -> execute(sql)).hasMessageContaining("append-only");
        assertThat(Integer.parseInt(value("select count(*) from audit"))).isPositive();
    }

    @Test
    @DisplayName("holds no key, no name from a body and no query")
    void secrets() throws Exception {
        Issued key = issue("Wire importer", "writer");
        newsroom(Map.of()).post(KEYS + "/" + key.id() + "/rotate").then().statusCode(200);

        String dump =
                value(
                        "select string_agg(audit::text, ' ') from audit where item_id = '%s'"
                                .formatted(key.id()));

        assertThat(dump)
                .contains("createKey", "rotateKey")
                .doesNotContain(key.key().substring(key.key().lastIndexOf('_')), "Wire importer");
    }

    @Test
    @DisplayName("is read page by page, the latest first, in both directions")
    void pages() {
        Issued editor = issue("Ed", "editor");
        for (String name : List.of("A", "B", "C")) {
            traced(editor.key(), Map.of("name", name)).post(TAGS).then().statusCode(201);
        }
        String list = AUDIT + "?limit=2&total=true&who=key:" + editor.id();

        Response first = newsroom().get(list);
        Response second = newsroom().get(list + "&cursor=" + first.path("page.next"));
        Response back = newsroom().get(list + "&cursor=" + second.path("page.prev"));

        first.then().body("items", hasSize(2)).body("page.total", equalTo(3));
        second.then().body("items", hasSize(1)).body("page", not(hasKey("next")));
        assertThat(back.<List<String>>path("items.id")).isEqualTo(first.path("items.id"));
        newsroom().get(AUDIT + "?cursor=" + first.path("page.next")).then().statusCode(400);
    }

    @Test
    @DisplayName("is filtered by operation, outcome and time")
    void filters() throws Exception {
        Issued editor = issue("Ed", "editor");
        traced(editor.key(), Map.of("name", "A", "slug", "a")).post(TAGS).then().statusCode(201);
        traced(editor.key(), Map.of("name", "A", "slug", "a")).post(TAGS).then().statusCode(409);
        awaitRows("who = 'key:%s'".formatted(editor.id()), 2);
        String mine = AUDIT + "?who=key:" + editor.id();

        newsroom().get(mine + "&outcome=done").then().body("items.status", contains(201));
        newsroom().get(mine + "&outcome=refused").then().body("items.status", contains(409));
        newsroom().get(mine + "&what=createTag").then().body("items", hasSize(2));
        newsroom().get(mine + "&what=deleteTag").then().body("items", hasSize(0));
        newsroom().get(mine + "&from=2099-01-01T00:00:00Z").then().body("items", hasSize(0));
        newsroom().get(mine + "&to=2099-01-01T00:00:00Z").then().body("items", hasSize(2));
        newsroom().get(mine + "&to=2001-01-01T00:00:00Z").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "outcome=maybe, outcome",
        "from=yesterday, from",
        "to=2026-13-01T00:00:00Z, to",
        "what=a b, what",
        "sort=at, sort",
        "address=127.0.0.1, address"
    })
    @DisplayName("refuses filters that it does not understand")
    void badFilters(String query, String name) {
        String[] parts = query.split("=");
        newsroom()
                .queryParam(parts[0], parts[1])
                .get(AUDIT)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(name));
    }

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private RequestSpecification traced(String key, Object body) {
        return with(key).header("traceparent", parent()).contentType("application/json").body(body);
    }

    private String parent() {
        return "00-" + trace + "-b7ad6b7169203331-01";
    }

    private static Response rows(String filter, String value) {
        return newsroom().queryParam(filter, value).get(AUDIT);
    }

    /** Refusals are written after the reply. */
    private void awaitRows(String where, int atLeast) throws Exception {
        for (int i = 0; i < 50; i++) {
            if (Integer.parseInt(value("select count(*) from audit where " + where)) >= atLeast) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("No %d rows of the audit where %s".formatted(atLeast, where));
    }
}
