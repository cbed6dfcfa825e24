package dev.byline.given;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Callers with keys of their own. */
public final class Callers {

    private Callers() {}

    /** A key with this role. */
    public static String key(String role) {
        return Replies.text(
                ApiTest.newsroom(Map.of("name", "A " + role, "roles", List.of(role)))
                        .post("/v1/newsroom/keys")
                        .then()
                        .statusCode(201)
                        .extract(),
                "key");
    }

    /** A request with this key. */
    public static RequestSpecification with(String key) {
        return ApiTest.reader().header("Authorization", "Bearer " + key);
    }
}
