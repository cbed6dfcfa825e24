package dev.byline.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ResponseBodyExtractionOptions;
import java.io.UncheckedIOException;

/**
 * Reads JSON of replies with Jackson, for what many tests do: REST Assured compiles a Groovy script
 * whenever it is asked for a path, and that takes longer than most requests.
 */
public final class Replies {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Replies() {}

    /** The whole reply. */
    public static JsonNode json(ResponseBodyExtractionOptions reply) {
        return json(reply.asString());
    }

    /** A reply that another client got. */
    public static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A member of the reply as text; null when there is none. */
    public static String text(ResponseBodyExtractionOptions reply, String member) {
        return json(reply).path(member).asText(null);
    }
}
