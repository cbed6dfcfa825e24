package dev.byline.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.given.ApiTest;
import dev.byline.given.Keys;
import dev.byline.given.Replies;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** What tests of access share: only the bootstrap key is there before each. */
public abstract class AccessTest extends ApiTest {

    protected static final String KEYS = "/v1/newsroom/keys";
    protected static final String ME = "/v1/newsroom/me";

    @Inject protected DataSource database;

    @BeforeEach
    void onlyTheBootstrapKey() throws Exception {
        sql("truncate idempotency");
        sql("delete from api_key where name <> 'bootstrap'");
        sql("update api_key set revoked_at = null, expires_at = null, last_used_at = null");
    }

    /** A request with this key. */
    protected static RequestSpecification with(String key) {
        return RestAssured.given().header("Authorization", "Bearer " + key);
    }

    /** A new key of these roles. */
    protected static Issued issue(String name, String... roles) {
        ValidatableResponse reply =
                newsroom(Map.of("name", name, "roles", List.of(roles)))
                        .post(KEYS)
                        .then()
                        .statusCode(201);
        JsonNode issued = Replies.json(reply.extract());
        return new Issued(issued.path("id").asText(), issued.path("key").asText());
    }

    protected static String bootstrapId() {
        return Replies.text(with(Keys.ADMIN).get(ME), "id").substring("key:".length());
    }

    /** The one value that a query gives, as text. */
    protected String value(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A key that was issued: its id and itself. */
    public record Issued(String id, String key) {}
}
