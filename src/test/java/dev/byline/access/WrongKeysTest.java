package dev.byline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.AllOptions;
import dev.byline.given.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AllOptions.class)
@DisplayName("A network that shows wrong keys")
class WrongKeysTest extends AccessTest {

    private static final int LIMIT = 5;

    @Test
    @DisplayName("is refused without a look at its keys after the fifth in a minute")
    void limited() {
        for (int i = 0; i < LIMIT; i++) {
            from("203.0.113." + i, "byl_wrong" + i).get(ME).then().statusCode(401);
        }

        Response reply = from("203.0.113.99", "byl_wrong").get(ME);

        reply.then().statusCode(429).body("code", equalTo("too-many-requests"));
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 13);
        assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"wrong-keys\";q=5;w=60");
        assertThat(reply.header("RateLimit")).matches("\"wrong-keys\";r=0;t=1?[0-9]");
        assertThat(statements(() -> from("203.0.113.99", "byl_wrong").get(ME))).isZero();
    }

    @Test
    @DisplayName("does not change how other networks are treated, nor readers in its own")
    void others() {
        exhaust("198.18.0.");

        from("198.18.1.1", "byl_wrong").get(ME).then().statusCode(401);
        from("198.18.1.1", Keys.ADMIN).get(ME).then().statusCode(200);
        reader().header("X-Forwarded-For", "198.18.0.1").get("/v1/sections").then().statusCode(200);
        from("198.18.0.1", "byl_wrong").get("/v1/sections").then().statusCode(200);
    }

    @Test
    @DisplayName("still lets keys through that worked lately, and no others until it waits")
    void known() {
        Issued working = issue("Working", "writer");
        Issued fresh = issue("Fresh", "writer");
        from("198.19.0.1", working.key()).get(ME).then().statusCode(200);

        exhaust("198.19.0.");

        from("198.19.0.1", working.key()).get(ME).then().statusCode(200);
        from("198.19.0.1", fresh.key()).get(ME).then().statusCode(429);
        newsroom().delete(KEYS + "/" + working.id()).then().statusCode(204);
        from("198.19.0.1", working.key()).get(ME).then().statusCode(401);
        from("198.19.0.1", working.key()).get(ME).then().statusCode(429);
    }

    @Test
    @DisplayName("is a /48 in IPv6: its other addresses are no way round")
    void v6() {
        for (int i = 0; i < LIMIT; i++) {
            from("2001:db8:7:" + i + "::1", "byl_wrong").get(ME).then().statusCode(401);
        }

        from("2001:db8:7:ffff::1", "byl_wrong").get(ME).then().statusCode(429);
        from("2001:db8:8::1", "byl_wrong").get(ME).then().statusCode(401);
    }

    @Test
    @DisplayName("can't write another address before the one that the proxy saw")
    void forged() {
        Set<Integer> statuses = new HashSet<>();
        for (int i = 0; i < LIMIT + 2; i++) {
            statuses.add(from("10.1." + i + ".1, 192.88.99.1", "byl_wrong").get(ME).statusCode());
        }
        assertThat(statuses).containsExactlyInAnyOrder(401, 429);
    }

    @Test
    @DisplayName("costs bounded memory: the oldest are forgotten")
    void memory() throws Exception {
        WrongKeys limits = new WrongKeys(() -> LIMIT);
        for (int i = 0; i < 200_000; i++) {
            byte[] address = {(byte) (i >> 16), (byte) (i >> 8), (byte) i, 1};
            limits.failed(InetAddress.getByAddress(address), "wrong", false);
        }
        assertThat(limits.networks()).isLessThanOrEqualTo(50_000);
    }

    private static void exhaust(String network) {
        for (int i = 0; i < LIMIT; i++) {
            from(network + i, "byl_wrong" + i).get(ME).then().statusCode(401);
        }
    }

    private static RequestSpecification from(String address, String key) {
        return with(key).header("X-Forwarded-For", address);
    }
}
