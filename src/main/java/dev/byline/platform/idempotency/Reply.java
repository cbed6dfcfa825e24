package dev.byline.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestResponse;

/** A reply in the form in which it is kept: its body is text already, the same each time. */
record Reply(int status, Map<String, List<String>> headers, String body) {

    static Reply of(RestResponse<?> response, ObjectMapper mapper) throws JsonProcessingException {
        Object entity = response.getEntity();
        return new Reply(
                response.getStatus(),
                new TreeMap<>(response.getStringHeaders()),
                entity == null || entity instanceof String
                        ? (String) entity
                        : mapper.writeValueAsString(entity));
    }

    static Reply read(byte[] json, ObjectMapper mapper) {
        try {
            return mapper.readValue(json, Reply.class);
        } catch (IOException e) {
            throw new IllegalStateException("A stored reply can't be read", e);
        }
    }

    RestResponse<String> response() {
        RestResponse.ResponseBuilder<String> response = RestResponse.ResponseBuilder.create(status);
        headers.forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return (body == null ? response : response.entity(body)).build();
    }

    // Records print their members; this one may hold a secret.
    @Override
    public String toString() {
        return "Reply[status=" + status + "]";
    }
}
