package dev.byline.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.access.AccessTest;
import dev.byline.given.Keys;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/keys/revoke-all")
class RevokeAllKeysTest extends AccessTest {

    @Test
    @DisplayName("ends every key but the caller's, the bootstrap key too")
    void revokes() {
        Issued admin = issue("Trusted", "admin");
        Issued writer = issue("Wire importer", "writer");

        with(admin.key())
                .post(KEYS + "/revoke-all")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(2));

        assertThat(with(writer.key()).get(ME).statusCode()).isEqualTo(401);
        assertThat(with(Keys.ADMIN).get(ME).statusCode()).isEqualTo(401);
        assertThat(with(admin.key()).get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("ends the former secret of the caller's own key")
    void former() {
        Issued admin = issue("Trusted", "admin");
        String rotated =
                newsroom(Map.of("overlapHours", 24))
                        .post(KEYS + "/" + admin.id() + "/rotate")
                        .path("key");

        with(rotated).post(KEYS + "/revoke-all").then().statusCode(200);

        assertThat(with(admin.key()).get(ME).statusCode()).isEqualTo(401);
        assertThat(with(rotated).get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("leaves the times at which other keys ended before")
    void already() throws Exception {
        Issued writer = issue("Wire importer", "writer");
        sql("update api_key set revoked_at = '2026-01-01' where name = 'Wire importer'");

        newsroom().post(KEYS + "/revoke-all").then().body("revoked", equalTo(0));

        newsroom()
                .get(KEYS + "/" + writer.id())
                .then()
                .body("revokedAt", equalTo("2026-01-01T00:00:00Z"));
    }
}
