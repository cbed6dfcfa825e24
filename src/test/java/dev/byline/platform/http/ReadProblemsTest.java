package dev.byline.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /problems")
class ReadProblemsTest extends ApiTest {

    @Test
    @DisplayName("lists every code, and explains each to programs and to people")
    void explained() {
        List<Map<String, String>> problems =
                read("/problems").then().statusCode(200).extract().jsonPath().getList("");

        assertThat(problems).hasSizeGreaterThan(20);
        for (Map<String, String> problem : problems) {
            reader().accept(ContentType.JSON)
                    .get(problem.get("type"))
                    .then()
                    .statusCode(200)
                    .body("", equalTo(problem));
            reader().accept(ContentType.HTML)
                    .get(problem.get("type"))
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.HTML)
                    .body(containsString("<code>" + problem.get("code") + "</code>"));
        }
        read("/problems/no-such-code").then().statusCode(404);
        Response catalogue = reader().accept(ContentType.HTML).get("/problems");
        catalogue.then().statusCode(200).contentType(ContentType.HTML).header("Vary", "Accept");
        problems.forEach(
                problem ->
                        catalogue
                                .then()
                                .body(containsString("href=\"" + problem.get("type") + "\"")));
        catalogue.then().body(not(containsString("`")));
    }
}
