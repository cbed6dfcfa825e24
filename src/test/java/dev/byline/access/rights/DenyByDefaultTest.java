package dev.byline.access.rights;

import static org.hamcrest.Matchers.equalTo;

import dev.byline.access.AccessTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A resource on which nobody wrote who may call it")
class DenyByDefaultTest extends AccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/newsroom/forgotten", "/v1/public/forgotten"})
    @DisplayName("is closed to everybody, with all roles too")
    void closed(String path) {
        for (String method : new String[] {"GET", "HEAD", "POST"}) {
            reader().request(method, path).then().statusCode(401);
            with("nonsense").request(method, path).then().statusCode(401);
            newsroom().request(method, path).then().statusCode(403);
        }
        newsroom().get(path).then().body("code", equalTo("forbidden"));
    }
}
