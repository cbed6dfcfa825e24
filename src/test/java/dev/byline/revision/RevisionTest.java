package dev.byline.revision;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** What tests of revisions share: several people, and time that passes. */
abstract class RevisionTest extends ApiTest {

    static final String ARTICLES = "/v1/newsroom/articles";

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    /** A person with a key of these roles. */
    record Person(String id, String key) {

        static Person with(String... roles) {
            Response issued =
                    newsroom(Map.of("name", "Person", "roles", List.of(roles)))
                            .post("/v1/newsroom/keys");
            issued.then().statusCode(201);
            return new Person("key:" + issued.path("id"), issued.path("key"));
        }

        RequestSpecification calls() {
            return RestAssured.given().header("Authorization", "Bearer " + key);
        }

        RequestSpecification sends(Object json) {
            return calls().contentType(ContentType.JSON).body(json);
        }

        /** Changes an article, whatever its version. */
        Response changes(Saved article, Map<String, Object> patch) {
            Response reply =
                    sends(patch).header("If-Match", "*").patch(ARTICLES + "/" + article.id());
            reply.then().statusCode(200);
            return reply;
        }

        Response publishes(Saved article) {
            Response reply =
                    sends(Map.of())
                            .header("If-Match", "*")
                            .post(ARTICLES + "/" + article.id() + "/publish");
            reply.then().statusCode(200);
            return reply;
        }
    }

    static String revisions(Saved article) {
        return ARTICLES + "/" + article.id() + "/revisions";
    }

    /** Lets time pass: everything that was kept becomes older. */
    void later(int minutes) throws Exception {
        sql("alter table revision disable trigger revision_stays");
        sql("alter table revision_mark disable trigger revision_mark_stays");
        sql(
                "update revision set began_at = began_at - interval '%1$d minutes', at = at - interval '%1$d minutes'"
                        .formatted(minutes));
        sql("update revision_mark set at = at - interval '%d minutes'".formatted(minutes));
        sql("alter table revision enable trigger revision_stays");
        sql("alter table revision_mark enable trigger revision_mark_stays");
    }
}
