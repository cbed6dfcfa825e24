package dev.byline.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.access.AccessTest;
import dev.byline.given.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A request that began before its key was revoked")
class BegunRequestsTest extends AccessTest {

    private static final String BODY = "{\"headline\": \"Too late\"}";

    @TestHTTPResource URI server;

    @Test
    @DisplayName("changes nothing when the rest of it comes")
    void heldBack() throws Exception {
        Issued thief = issue("Stolen", "editor");
        try (RawHttp http = new RawHttp(server)) {
            http.lines(
                    "POST /v1/newsroom/articles HTTP/1.1",
                    "Host: localhost",
                    "Connection: close",
                    "Authorization: Bearer " + thief.key(),
                    "Content-Type: application/json",
                    "Content-Length: " + BODY.length(),
                    "");
            http.text(BODY.substring(0, 1));
            awaitUse(thief);
            newsroom().delete(KEYS + "/" + thief.id()).then().statusCode(204);

            String reply = http.text(BODY.substring(1)).reply();

            assertThat(reply).startsWith("HTTP/1.1 401");
        }
        assertThat(value("select count(*) from article")).isEqualTo("0");
    }

    // It is let in by what stands in its headers.
    private void awaitUse(Issued key) throws Exception {
        String used = "select last_used_at is not null from api_key where id = '" + key.id() + "'";
        for (int i = 0; i < 250 && value(used).equals("f"); i++) {
            Thread.sleep(20);
        }
        assertThat(value(used)).isEqualTo("t");
    }
}
