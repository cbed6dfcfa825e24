package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A reader who sends members that are not a reader's to write")
class ForeignMembersTest extends CommentTest {

    private static final String COMMENT =
            "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\"%s},\"text\":\"x\"%s}";
    private static final String ROWS =
            "select coalesce(string_agg(cast(c as text), ' '), '') from comment c";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "version",
                "articleId",
                "threadId",
                "depth",
                "path",
                "state",
                "status",
                "approved",
                "createdAt",
                "editedAt",
                "publishedAt",
                "authorId",
                "commenterId",
                "role",
                "ip",
                "address",
                "avatar",
                "html",
                "findings",
                "reports",
                "replyCount",
                "edit",
                "editUntil",
                "shown",
                "storageKey",
                "revision",
                "__proto__",
                "constructor",
                "class",
                "@type"
            })
    @DisplayName("is refused, told which, and nothing is written")
    void refused(String name) throws Exception {
        Posted mine = say("Mine");
        String before = stored(ROWS);
        String more = ",\"" + name + "\":\"visible\"";

        refused(json(COMMENT.formatted("", more)), comments(), "/" + name);
        refused(json(COMMENT.formatted(more, "")), comments(), "/author/" + name);
        refused(json("{\"reason\":\"spam\"" + more + "}"), mine.path() + "/reports", "/" + name);
        json("{\"text\":\"Yours\"" + more + "}")
                .header("Edit-Token", mine.token())
                .patch(mine.path())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/" + name));

        assertThat(stored(ROWS)).isEqualTo(before);
        assertThat(stored("select count(*) from comment_report")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "[\"x\"]", "{\"x\":1}", "true", "7"})
    @DisplayName("or values of another kind, is refused")
    void kinds(String value) {
        String text = "{\"author\":{\"name\":\"A\",\"email\":\"a@b.example\"},\"text\":%s}";
        String name = "{\"author\":{\"name\":%s,\"email\":\"a@b.example\"},\"text\":\"x\"}";
        String email = "{\"author\":{\"name\":\"A\",\"email\":%s},\"text\":\"x\"}";

        refused(json(text.formatted(value)), comments(), "/text");
        refused(json(name.formatted(value)), comments(), "/author/name");
        refused(json(email.formatted(value)), comments(), "/author/email");
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {",\"text\":\"y\"", ",\"author\":{\"name\":\"B\",\"email\":\"b@b.example\"}"})
    @DisplayName("or one member twice, is refused")
    void twice(String again) {
        json(COMMENT.formatted("", again)).post(comments()).then().statusCode(400);

        assertThat(count()).isZero();
    }

    private static RequestSpecification json(String body) {
        return reader().contentType(ContentType.JSON).body(body);
    }

    private static void refused(RequestSpecification request, String path, String pointer) {
        request.post(path).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }
}
