package dev.byline.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("GET /v1/media/{id}")
class ReadMediaTest extends MediaTest {

    @Inject Media.Repo repo;

    @Test
    @DisplayName("is 404 until a visible article uses the item, alike for what does not exist")
    void visible() throws Exception {
        String id = uploaded(Pictures.jpeg(300, 200, 201), credited());

        String hidden = reader().get("/v1/media/" + id).then().statusCode(404).extract().asString();
        reader().get("/v1/media/" + id + "/attribution").then().statusCode(404);
        String unknown = UUID.randomUUID().toString();
        String missing =
                reader().get("/v1/media/" + unknown).then().statusCode(404).extract().asString();
        assertThat(hidden.replace(id, "")).isEqualTo(missing.replace(unknown, ""));
        use(id);

        reader().get("/v1/media/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=10"))
                .body("id", equalTo(id))
                .body("alt", equalTo("A harbour at dusk"))
                .body("attribution.creditLine", equalTo("Jane Doe/Reuters"))
                .body("renditions", not(empty()))
                .body("input", nullValue())
                .body("fileName", nullValue())
                .body("createdBy", nullValue());
        reader().get("/v1/media/" + id + "/attribution")
                .then()
                .statusCode(200)
                .body("creditLine", equalTo("Jane Doe/Reuters"))
                .body("copyrightNotice", equalTo("© 2026 Jane Doe"));
        reader().get("/v1/media/" + id + "?fields=alt")
                .then()
                .statusCode(200)
                .body("keySet()", equalTo(Set.of("id", "alt")));
        sql("update article set expires_at = now()");
        reader().get("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    @DisplayName("names a picture whose rights have lapsed, without a single address")
    void withheld() throws Exception {
        String id =
                uploaded(
                        Pictures.jpeg(300, 200, 202),
                        Map.of(
                                "alt",
                                "A harbour",
                                "rights",
                                Map.of(
                                        "validUntil",
                                        "2026-01-01T00:00:00Z",
                                        "territories",
                                        List.of("GB", "US-CA"),
                                        "channels",
                                        List.of("web"))));
        use(id);

        reader().get("/v1/media/" + id)
                .then()
                .statusCode(200)
                .body("withheld", equalTo("rights-expired"))
                .body("renditions", empty())
                .body("alt", equalTo("A harbour"))
                .body("rights.territories", equalTo(List.of("GB", "US-CA")))
                .body("rights.channels", equalTo(List.of("web")));
    }

    @Test
    @DisplayName("follows the database's clock to the instant")
    void instant() throws Exception {
        UUID id =
                UUID.fromString(
                        uploaded(
                                Pictures.jpeg(300, 200, 203),
                                Map.of(
                                        "rights",
                                        Map.of(
                                                "validFrom",
                                                "2026-03-01T12:00:00Z",
                                                "validUntil",
                                                "2026-03-02T12:00:00Z"))));
        assertThat(withheldAt(id, "2026-03-01T11:59:59.999Z")).isTrue();
        assertThat(withheldAt(id, "2026-03-01T12:00:00Z")).isFalse();
        assertThat(withheldAt(id, "2026-03-02T11:59:59.999Z")).isFalse();
        assertThat(withheldAt(id, "2026-03-02T12:00:00Z")).isTrue();
    }

    private boolean withheldAt(UUID id, String at) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> repo.views(Set.of(id), Instant.parse(at)).get(id).withheld() != null);
    }

    @Test
    @DisplayName("is one statement, however many items there are")
    void statements() throws Exception {
        String id = uploaded(Pictures.jpeg(300, 200, 204), credited());
        UUID other = UUID.fromString(uploaded(Pictures.jpeg(300, 200, 205), credited()));
        use(id);

        assertThat(statements(() -> reader().get("/v1/media/" + id).then().statusCode(200)))
                .isEqualTo(1);
        assertThat(
                        statements(
                                () ->
                                        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                                                .call(
                                                        () ->
                                                                repo.views(
                                                                        Set.of(
                                                                                UUID.fromString(id),
                                                                                other),
                                                                        null))))
                .isEqualTo(1);
    }
}
