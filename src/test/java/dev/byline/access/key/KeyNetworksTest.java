package dev.byline.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.access.AccessTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A key with allowedNetworks")
class KeyNetworksTest extends AccessTest {

    @Test
    @DisplayName("is good from there")
    void inside() {
        Response reply = bound(List.of("10.0.0.0/8", "127.0.0.0/8", "::1"));

        with(reply.path("key")).get(ME).then().statusCode(200);
        newsroom()
                .get(KEYS + "/" + reply.path("id"))
                .then()
                .body(
                        "allowedNetworks",
                        contains("10.0.0.0/8", "127.0.0.0/8", "0:0:0:0:0:0:0:1/128"));
        newsroom().get(KEYS + "/" + bootstrapId()).then().body("allowedNetworks", empty());
    }

    @Test
    @DisplayName("is unknown from elsewhere, in the same words as a key that never was")
    void outside() {
        String key = bound(List.of("10.0.0.0/8", "2001:db8::/32")).path("key");

        Response outside = with(key).get(ME);
        Response unknown = with(key.substring(0, key.length() - 4) + "AAAA").get(ME);

        assertThat(outside.statusCode()).isEqualTo(401);
        assertThat(outside.asString()).isEqualTo(unknown.asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "X-Real-IP",
                "Forwarded",
                "True-Client-IP",
                "X-Client-IP"
            })
    @DisplayName("does not believe what a client says of its address")
    void forged(String header) {
        String key = bound(List.of("10.0.0.0/8")).path("key");

        with(key)
                .header(header, header.equals("Forwarded") ? "for=10.0.0.1" : "10.0.0.1")
                .get(ME)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.1/8", "10.0.0.0/33", "*", ""})
    @DisplayName("is not issued for what is no network")
    void malformed(String network) throws Exception {
        bound(List.of("10.0.0.0/8", network))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/allowedNetworks/1"))
                .body("errors[0].code", equalTo("malformed"));
        assertThat(value("select count(*) from api_key")).isEqualTo("1");
    }

    @Test
    @DisplayName("has 50 of them at most")
    void many() {
        bound(Collections.nCopies(51, "10.0.0.0/8"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/allowedNetworks"));
    }

    private static Response bound(List<String> networks) {
        return newsroom(
                        Map.of(
                                "name",
                                "Desk",
                                "roles",
                                List.of("writer"),
                                "allowedNetworks",
                                networks))
                .post(KEYS);
    }
}
