package dev.byline.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.byline.access.AccessTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The audit, however an address is spelt,")
class SpellingsTest extends AccessTest {

    private static final String ARTICLES = "/v1/newsroom/articles/";

    private static String article() {
        return newsroom(Map.of("headline", "Storm")).post("/v1/newsroom/articles").path("id");
    }

    // The document has one spelling of each address, so that it judges none of these.
    private static void change(String key, String address, int status) {
        with(key)
                .noFilters()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("kicker", address))
                .patch(ARTICLES + address)
                .then()
                .statusCode(status);
    }

    @Test
    @DisplayName("names an item by its id alone")
    void ids() {
        String editor = issue("Ed", "editor").key();
        String id = article();
        assertThat(id).startsWith("0");

        change(editor, id.toUpperCase(), 200);
        change(editor, id.substring(1), 200);

        newsroom()
                .get("/v1/newsroom/audit?item=" + id)
                .then()
                .body("items.what", contains("changeArticle", "changeArticle", "createArticle"));
    }

    @Test
    @DisplayName("has a refused attempt at an address with a slash at its end")
    void slashAtTheEnd() throws Exception {
        Issued writer = issue("Writer", "writer");
        String id = article();

        change(writer.key(), id + "/", 403);

        String rows =
                "select count(*) from audit where status = 403 and who = 'key:%s' and item_id = '%s'"
                        .formatted(writer.id(), id);
        for (int i = 0; i < 50 && value(rows).equals("0"); i++) {
            Thread.sleep(50);
        }
        assertThat(value(rows)).isEqualTo("1");
    }

    @Test
    @DisplayName("has each key that revoke-all ended")
    void eachItem() {
        Issued writer = issue("Wire importer", "writer");

        newsroom().noFilters().post(KEYS + "/revoke-all/").then().statusCode(200);

        newsroom()
                .get("/v1/newsroom/audit?item=" + writer.id())
                .then()
                .body("items.what", contains("revokeAllKeys", "createKey"));
    }
}
